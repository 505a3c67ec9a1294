import type { RunLine } from './import-view';

type Words = { word: string; sign: 'done' | 'attention' | 'overdue' | 'now' | 'ahead' };

/** Where an import stands. */
export const stateWords: Readonly<Record<RunLine['state'], Words>> = {
  checking: { word: 'проверяется', sign: 'now' },
  checked: { word: 'проверена, не записана', sign: 'attention' },
  refused: { word: 'не принята', sign: 'overdue' },
  writing: { word: 'записывается', sign: 'now' },
  done: { word: 'записана', sign: 'done' },
  discarded: { word: 'отброшена', sign: 'ahead' },
};
