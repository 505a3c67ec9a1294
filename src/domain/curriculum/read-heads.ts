import type { ControlForm, HourKind } from './plan';

/** What a column of a pasted plan holds; `semesters` lists the semesters that end with this form of control. */
export type PlanColumn =
  | { readonly what: 'index' | 'name' }
  | { readonly what: 'hours' | 'control' | HourKind; readonly semester: number }
  | { readonly what: 'semesters'; readonly controlForm: ControlForm };

export type PastedRow = { readonly place: number; readonly cells: readonly string[] };

const bare = (text: string | undefined): string =>
  (text ?? '')
    .toLowerCase()
    .replaceAll(/[\s\u00a0]+/g, ' ')
    .trim();

const isIndex = (text: string): boolean => /индекс|шифр|^код/.test(text);
const isName = (text: string): boolean => /наимен|дисциплин|название|предмет/.test(text);

/** Place of the row that names index and course; -1 when there is none. */
export function headRow(rows: readonly PastedRow[]): number {
  return rows.findIndex(({ cells }) => {
    const words = cells.map(bare);
    return words.some(isIndex) && words.some(isName);
  });
}

const kinds: readonly (readonly [RegExp, HourKind])[] = [
  [/лекц|теор/, 'lectures'],
  [/практ|семинар|пз/, 'practical'],
  [/лаб/, 'laboratory'],
  [/курс/, 'coursework'],
  [/самост|(^|\s)ср(\s|$)/, 'selfStudy'],
  [/консульт/, 'consultations'],
  [/аттест|экзамен|сессия/, 'attestation'],
];

const forms: readonly (readonly [RegExp, ControlForm])[] = [
  [/компл\S*\s*(дифф?|д\.?\s*з)/, 'complexGradedCredit'],
  [/компл\S*\s*экз/, 'complexExam'],
  [/экз\S*\s*(по модулю|квал)|квал\S*\s*экз/, 'moduleExam'],
  [/демонстр/, 'demoExam'],
  [/^экз/, 'exam'],
  [/дифф?|^д\.?\s*з/, 'gradedCredit'],
  [/^зач/, 'credit'],
  [/курсов|^к\.?\s*[рп]/, 'coursework'],
];

function semesterIn(text: string): number | null {
  const found =
    /(\d{1,2})\s*(?:-?\s*й)?\s*сем/.exec(text) ?? /сем\S*\s*№?\s*(\d{1,2})/.exec(text) ?? /^(\d{1,2})$/.exec(text);
  const number = Number(found?.[1]);
  return number >= 1 && number <= 12 ? number : null;
}

/**
 * The columns by their heads of one to three rows. A merged head stands over its first column alone: the columns beside it that have
 * a head of their own below are of the same semester.
 */
export function columnsOf(heads: readonly PastedRow[]): Map<number, PlanColumn> {
  const width = Math.max(0, ...heads.map(({ cells }) => cells.length));
  const columns = new Map<number, PlanColumn>();
  let semester: number | null = null;
  for (let place = 0; place < width; place += 1) {
    const own = heads.map(({ cells }) => bare(cells[place])).filter((text) => text !== '');
    const named = own.map(semesterIn).find((number) => number !== null) ?? null;
    if (named !== null) semester = named;
    else if (bare(heads[0]?.cells[place]) !== '') semester = null;
    const column = columnOf(own, semester, place > 0 ? columns.get(place - 1) : undefined);
    if (column) columns.set(place, column);
  }
  return columns;
}

function columnOf(own: readonly string[], semester: number | null, left: PlanColumn | undefined): PlanColumn | null {
  const text = own.join(' ');
  if (isIndex(text)) return { what: 'index' };
  if (isName(text)) return { what: 'name' };
  if (semester === null) {
    const form = forms.find(([pattern]) => pattern.test(text))?.[1];
    return form ? { what: 'semesters', controlForm: form } : null;
  }
  if (/контр|форма|(^|\s)к$/.test(text)) return { what: 'control', semester };
  if (/час|обяз|с преп|всего|ауд/.test(text)) return { what: 'hours', semester };
  const kind = kinds.find(([pattern]) => pattern.test(text))?.[1];
  if (kind) return { what: kind, semester };
  if (own.length > 0) return { what: 'hours', semester };
  const beside = left?.what === 'hours' && left.semester === semester;
  return beside ? { what: 'control', semester } : null;
}
