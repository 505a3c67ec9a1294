import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { readTable } from './read-table';
import { type Table, TableRefusal } from './table';

/** What the thread is given and answers. */
export type ThreadWork = { script: string; bytes: Uint8Array; pasted: boolean };
export type ThreadAnswer = { table: Table } | { refused: string };

const heap = 256; // megabytes
/** Bytes of a text that is read here: nothing is packed in it, so it takes a few milliseconds whatever it holds. */
const smallText = 128 * 1024;
const patience = 30_000; // milliseconds
const tooHeavy = 'Файл не удалось прочитать за полминуты. Оставьте в книге один лист и разделите его на части.';

/**
 * `readTable` in a thread of its own with its own bounds, so that no file stops or slows the server (T-044).
 * @throws TableRefusal
 */
export async function readTableApart(bytes: Uint8Array, { pasted = false }: { pasted?: boolean } = {}): Promise<Table> {
  if (bytes.length <= smallText && bytes[0] !== 0x50) return readTable(bytes, { pasted });
  const worker = new Worker(
    `require('tsx/cjs/api').register(); require(require('node:worker_threads').workerData.script)`,
    {
      eval: true,
      workerData: {
        script: join(process.cwd(), 'src', 'tabular', 'read-thread.ts'),
        bytes,
        pasted,
      } satisfies ThreadWork,
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: heap },
    },
  );
  const timer = setTimeout(() => void worker.terminate(), patience);
  try {
    const answer = await new Promise<ThreadAnswer | null>((resolve, reject) => {
      worker.once('message', resolve);
      worker.once('exit', () => resolve(null));
      worker.once('error', (error) =>
        'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? resolve(null) : reject(error),
      );
    });
    if (answer === null) throw new TableRefusal(tooHeavy);
    if ('refused' in answer) throw new TableRefusal(answer.refused);
    return answer.table;
  } finally {
    clearTimeout(timer);
    await worker.terminate();
  }
}
