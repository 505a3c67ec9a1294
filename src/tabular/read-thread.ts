import { parentPort, workerData } from 'node:worker_threads';
import { readTable } from './read-table';
import type { ThreadAnswer, ThreadWork } from './read-table-apart';
import { TableRefusal } from './table';

function answer(): ThreadAnswer {
  const { bytes, pasted } = workerData as ThreadWork;
  try {
    return { table: readTable(bytes, { pasted }) };
  } catch (error) {
    if (error instanceof TableRefusal) return { refused: error.message };
    throw error;
  }
}

parentPort?.postMessage(answer());
