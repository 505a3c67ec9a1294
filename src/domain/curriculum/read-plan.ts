import { type Control, joinControls, parseControl } from './control-text';
import { hourKinds, lastSemester, makeTerm, type PlanLine, type PlanTerm } from './plan';
import { isHeading, meaningOf, normalIndex } from './plan-index';
import { columnsOf, headRow, type PastedRow, type PlanColumn } from './read-heads';

/** `place` and `column` as the spreadsheet counts them, from 1; `text` is what stood there. */
export type ReadProblem = {
  readonly rule: 'badHours' | 'badControl' | 'badSemesters' | 'noName';
  readonly place: number;
  readonly column: number;
  readonly text: string;
};

/** A pasted plan: its lines, what was not understood, how many rows were headings and sums. */
export type ReadPlan = {
  readonly lines: readonly PlanLine[];
  readonly problems: readonly ReadProblem[];
  readonly headings: number;
};

/** Reads a plan copied from a spreadsheet with its heads; null where no row names index and course. */
export function readPlan(rows: readonly PastedRow[]): ReadPlan | null {
  const head = headRow(rows);
  if (head < 0) return null;
  const below = rows.slice(head + 1);
  const more = below.slice(0, 2).findIndex(({ cells }) => cells.some((cell) => meaningOf(cell) !== null));
  const heads = rows.slice(head, head + 1 + Math.max(more, 0));
  const columns = columnsOf(heads);
  const problems: ReadProblem[] = [];
  const lines: PlanLine[] = [];
  let headings = 0;
  for (const row of rows.slice(head + heads.length)) {
    const line = readLine(row, columns, problems);
    if (line) lines.push(line);
    else headings += 1;
  }
  return { lines, problems, headings };
}

function textOf(
  row: PastedRow,
  columns: ReadonlyMap<number, PlanColumn>,
  what: 'index' | 'name',
): { text: string; column: number } {
  const column = [...columns].find(([, one]) => one.what === what)?.[0] ?? 0;
  return { text: (row.cells[column] ?? '').replaceAll(/\s+/g, ' ').trim(), column: column + 1 };
}

/** Null for a heading of a cycle and a row of sums. */
function readLine(row: PastedRow, columns: ReadonlyMap<number, PlanColumn>, problems: ReadProblem[]): PlanLine | null {
  const index = textOf(row, columns, 'index');
  const name = textOf(row, columns, 'name');
  if (isHeading(index.text) || /^(всего|итого)/i.test(name.text)) return null;
  if (name.text === '') problems.push({ rule: 'noName', place: row.place, column: name.column, text: '' });
  const terms = new Map<number, PlanTerm>();
  for (const [place, column] of columns) {
    const text = (row.cells[place] ?? '').trim();
    if (text === '' || column.what === 'index' || column.what === 'name') continue;
    const rule = readCell(text, column, terms);
    if (rule) problems.push({ rule, place: row.place, column: place + 1, text });
  }
  const meaning = meaningOf(index.text);
  return {
    index: meaning ? normalIndex(index.text) : index.text,
    name: name.text,
    kind: meaning?.kind ?? 'discipline',
    passFail: false,
    terms: [...terms.values()].filter(isSomething).sort((one, other) => one.semester - other.semester),
  };
}

const isSomething = (term: PlanTerm): boolean =>
  term.controlForm !== 'none' || term.hours > 0 || hourKinds.some((kind) => term[kind] > 0);

function readCell(text: string, column: PlanColumn, terms: Map<number, PlanTerm>): ReadProblem['rule'] | null {
  const put = (semester: number, over: Partial<PlanTerm>): null => {
    terms.set(semester, { ...(terms.get(semester) ?? makeTerm(semester)), ...over });
    return null;
  };
  if (column.what === 'semesters') {
    const semesters = semestersIn(text);
    if (!semesters) return 'badSemesters';
    const complex = column.controlForm === 'complexExam' || column.controlForm === 'complexGradedCredit' ? 1 : null;
    const control = { controlForm: column.controlForm, complex, withCoursework: false };
    for (const semester of semesters) put(semester, joinControls(terms.get(semester) ?? makeTerm(semester), control));
    return null;
  }
  if (!('semester' in column)) return null;
  if (column.what === 'control') {
    const control: Control | null = parseControl(text);
    return control ? put(column.semester, control) : 'badControl';
  }
  const hours = parseHours(text);
  return hours === null ? 'badHours' : put(column.semester, { [column.what]: hours });
}

/** «72», «72,0», «1 476», «–» for nothing; null for what is no number of hours. */
export function parseHours(text: string): number | null {
  const bare = text.replaceAll(/[\s\u00a0]/g, '').replace(/[.,]0+$/, '');
  if (/^[-–—]?$/.test(bare)) return 0;
  if (!/^\d{1,4}$/.test(bare)) return null;
  const hours = Number(bare);
  return hours <= 1500 ? hours : null;
}

/** «4», «2, 4», «24» (every digit a semester), «2-4»; null for anything else. */
function semestersIn(text: string): number[] | null {
  const bare = text.replaceAll(/\s+/g, ' ').trim();
  const span = /^(\d{1,2})\s*[-–]\s*(\d{1,2})$/.exec(bare);
  if (span) {
    const [from, to] = [Number(span[1]), Number(span[2])];
    return from < to && to <= lastSemester ? Array.from({ length: to - from + 1 }, (_, step) => from + step) : null;
  }
  if (/^[-–—]$/.test(bare)) return [];
  if (!/^\d{1,12}([ ,;]+\d{1,2})*$/.test(bare)) return null;
  const numbers = bare.split(/[ ,;]+/).map(Number);
  const [only = 0] = numbers;
  if (numbers.length === 1 && only > lastSemester) return [...bare].map(Number);
  return numbers.every((number) => number >= 1 && number <= lastSemester) ? numbers : null;
}
