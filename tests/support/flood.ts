import { Worker } from 'node:worker_threads';

type Flood = { port: number; path: string; headers: Record<string, string>; times: number };

/** 9.8 MB of brackets without a declared length, four at a time, from a thread of its own: who measures is not held up by it. */
const work = `const { parentPort, workerData: { port, path, headers, times } } = require('node:worker_threads');
const { request } = require('node:http');
const body = Buffer.from('['.repeat(4_900_000) + ']'.repeat(4_900_000));
const pour = () => new Promise((resolve) => {
  const started = performance.now();
  const end = (status) => resolve({ status, took: performance.now() - started });
  const sent = request({ host: '127.0.0.1', port, path, method: 'PATCH', headers, agent: false }, (answer) => {
    answer.resume();
    end(answer.statusCode);
  });
  sent.on('error', () => end(0));
  sent.end(body);
});
const lane = async (count) => { const all = []; while (all.length < count) all.push(await pour()); return all; };
Promise.all([0, 1, 2, 3].map(() => lane(times / 4))).then((lanes) => parentPort.postMessage(lanes.flat()));`;

/** Status (0: cut) and milliseconds of each. */
export function pourNested(flood: Flood): Promise<{ status: number; took: number }[]> {
  return new Promise((resolve, reject) => {
    const headers = { ...flood.headers, 'content-type': 'application/json', 'transfer-encoding': 'chunked' };
    const worker = new Worker(work, { eval: true, workerData: { ...flood, headers } });
    worker.once('message', resolve);
    worker.once('error', reject);
  });
}
