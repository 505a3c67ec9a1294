import { codeOf } from '@/domain/attendance/codes';
import { type ProfileId, profiles } from '@/domain/regulation/profiles';
import type { DayCell, DaySheet } from '../../day-view';
import { pressKey } from '../day-keys';
import { type DayState, openDay, shownCell } from '../day-state';

const nothing = { presence: null, presenceVersion: 0, reason: null, reasonVersion: 0, note: '' };
const lesson = (id: number, closed: Pick<DaySheet['columns'][0]['lessons'][0], 'presenceClosed' | 'reasonClosed'>) => ({
  classPeriod: id,
  ...{ time: '', state: 'done' as const, words: '' },
  lessons: [{ id, sectionId: id, classPeriod: id, title: `ОП.0${id}`, course: '', taken: true, ...closed }],
});
const absent = (lessonId: number): DayCell => ({ lessonId, ...nothing, presence: 'absent', presenceVersion: 1 });

/** Three pairs; Abdullin is absent from the first two, Belov is there. */
export function day(profile: ProfileId, presenceClosed: string | null): DayState {
  const present = (lessonId: number): DayCell => ({ lessonId, ...nothing });
  const sheet: DaySheet = {
    ...{ groupId: 1, group: 'ИСП-25-1', date: '2026-10-14', today: '2026-10-14', previous: null, next: null },
    columns: [1, 2, 3].map((id) => lesson(id, { presenceClosed, reasonClosed: null })),
    rows: [
      { studentId: 7, name: 'Абдуллин Тимур', closed: null, cells: [absent(1), absent(2), present(3)] },
      { studentId: 8, name: 'Белов Олег', closed: null, cells: [present(1), present(2), null] },
    ],
    codes: profiles[profile].attendance.codes,
    hours: { 1: 2, 2: 2, 3: 2 },
    ...{ editable: true, excuses: true, diaries: true, timeZone: 'Europe/Samara' },
  };
  return openDay(sheet);
}

const named: Readonly<Record<string, Partial<{ key: string; code: string; ctrlKey: boolean }>>> = {
  Undo: { key: 'z', code: 'KeyZ', ctrlKey: true },
};
/** Keys one after the other; single letters go by the physical key in the Latin layout. */
export function press(state: DayState, ...keys: string[]): DayState {
  return keys.reduce((one, key) => {
    const code = key.length === 1 && key !== ' ' ? `Key${key.toUpperCase()}` : key;
    const plain = { key, code, ctrlKey: false, shiftKey: false, altKey: false, metaKey: false };
    return pressKey(one, { ...plain, ...(key === ',' ? { code: 'Comma' } : {}), ...named[key] }) ?? one;
  }, state);
}
/** The codes of the table, row by row. */
export const table = (state: DayState) =>
  state.sheet.rows.map((_, row) =>
    state.sheet.columns.map((__, column) => {
      const cell = shownCell(state, row, column);
      return (cell && codeOf(cell, state.sheet.codes)?.symbol) ?? '';
    }),
  );
