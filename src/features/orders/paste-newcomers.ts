import { sexOfPatronymic } from '@/domain/people/sex';
import { readPasted } from '@/tabular/read-pasted';
import { parseDay } from '@/tabular/values/day';
import { isBlank, type NewcomerDraft } from './order-draft';

/**
 * Rows of a list as it is copied from a spreadsheet: surname, name, patronymic (in one cell or in three), day of birth, and
 * perhaps «м» or «ж», in whatever order the last two stand. Numbers before the names are left out.
 * @throws TableRefusal
 */
export function pastedNewcomers(text: string, firstKey: number): NewcomerDraft[] {
  const rows = readPasted(text).rows.map(({ cells }) => rowOf(cells.map((cell) => cell.trim()).filter(Boolean)));
  return rows.filter((row) => row.firstName !== '').map((row, place) => ({ ...row, key: firstKey + place }));
}

function rowOf(cells: readonly string[]): Omit<NewcomerDraft, 'key'> {
  const words: string[] = [];
  let [birthDate, sex]: [string, 'male' | 'female' | null] = ['', null];
  for (const cell of cells) {
    const day = parseDay(cell);
    if ('value' in day) birthDate = day.value;
    else if (/^(м|муж|мужской)\.?$/i.test(cell)) sex = 'male';
    else if (/^(ж|жен|женский)\.?$/i.test(cell)) sex = 'female';
    else if (/^[\p{L}' -]+$/u.test(cell)) words.push(...cell.split(/\s+/));
  }
  const [lastName = '', firstName = '', ...rest] = words;
  const middleName = rest.join(' ');
  return { lastName, firstName, middleName, birthDate, sex: sex ?? sexOfPatronymic(middleName) ?? 'male' };
}

/** Typed rows without blank ones, then the pasted ones. */
export function withPasted(rows: readonly NewcomerDraft[], pasted: readonly NewcomerDraft[]): NewcomerDraft[] {
  return [...rows.filter((row) => !isBlank(row)), ...pasted];
}
