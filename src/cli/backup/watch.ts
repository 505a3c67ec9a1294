import type { Watch } from '@/features/backup/dump-database';

/** Says each new step on the error stream; never stops the work by itself. */
export function watchOnConsole(): Watch {
  let said = '';
  return {
    signal: new AbortController().signal,
    progress: async (_done, _total, note = '') => {
      if (note === said) return;
      said = note;
      if (process.stderr.isTTY) process.stderr.write(`${note}\n`);
    },
  };
}
