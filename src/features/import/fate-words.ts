import type { KeptRow } from './table-check';

type Words = { ahead: string; done: string; sign: 'done' | 'attention' | 'overdue' | 'ahead' | 'now' };

/** What becomes of a row, and what became of it. */
export const fateWords: Readonly<Record<KeptRow['fate'], Words>> = {
  new: { ahead: 'появится', done: 'добавлена', sign: 'done' },
  changed: { ahead: 'изменится', done: 'изменена', sign: 'now' },
  same: { ahead: 'уже есть', done: 'уже была', sign: 'ahead' },
  wrong: { ahead: 'ошибка', done: 'ошибка', sign: 'overdue' },
};
