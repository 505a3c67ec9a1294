import { type Control, controlText, parseControl } from '@/domain/curriculum/control-text';
import { type CourseKind, hourKinds, makeTerm, type PlanLine, type PlanTerm } from '@/domain/curriculum/plan';
import { meaningOf, normalIndex } from '@/domain/curriculum/plan-index';
import { parseHours } from '@/domain/curriculum/read-plan';
import type { PlanLineView } from '../curriculum-view';
import type { CellName, Column } from './columns';

/** A line as it is typed: `cells` are the texts of its semesters' cells by name. `key` stays while the line is on the page. */
export type DeskLine = {
  readonly key: number;
  readonly id: number | null;
  readonly kind: CourseKind;
  readonly journals: readonly string[];
  readonly cells: Readonly<Record<string, string>>;
};

let lastKey = 0;
const nextKey = (): number => {
  lastKey += 1;
  return lastKey;
};

export const emptyLine = (): DeskLine => ({ key: nextKey(), id: null, kind: 'discipline', journals: [], cells: {} });

export function deskLine(line: PlanLine & Partial<Pick<PlanLineView, 'id' | 'journals'>>): DeskLine {
  const cells: Record<string, string> = { index: line.index, name: line.name, scale: line.passFail ? 'зач' : '' };
  for (const term of line.terms) {
    const put = (what: CellName, text: string): void => {
      if (text !== '') cells[`${what}${term.semester}`] = text;
    };
    put('hours', hoursText(term.hours));
    put('control', controlText(term));
    for (const kind of hourKinds) put(kind, hoursText(term[kind]));
  }
  return { key: nextKey(), id: line.id ?? null, kind: line.kind, journals: line.journals ?? [], cells };
}

const hoursText = (hours: number): string => (hours === 0 ? '' : String(hours));

/** The line with a cell typed anew; an index says what kind of course it is. */
export function withCell(line: DeskLine, column: Column, text: string): DeskLine {
  const cells = { ...line.cells, [column.id]: text };
  if (column.what === 'index') return { ...line, cells, kind: meaningOf(text)?.kind ?? line.kind };
  return { ...line, cells };
}

/** `problems`: what is wrong in a cell, by its name. */
export type ReadLine = { readonly line: PlanLine; readonly problems: ReadonlyMap<string, string> };

/** What is typed as a line of the plan, and the cells that say nothing understandable. */
export function readDeskLine({ cells, kind }: DeskLine): ReadLine {
  const problems = new Map<string, string>();
  const index = (cells.index ?? '').trim();
  const name = (cells.name ?? '').trim().replaceAll(/\s+/g, ' ');
  if (index === '') problems.set('index', 'нужен индекс, например ОП.04');
  else if (index.length > 20) problems.set('index', 'не длиннее 20 знаков');
  if (name === '') problems.set('name', 'нужно название');
  else if (name.length > 300) problems.set('name', 'не длиннее 300 знаков');
  const terms = readTerms(cells, problems);
  const passFail = /^з/i.test((cells.scale ?? '').trim());
  return { line: { index: meaningOf(index) ? normalIndex(index) : index, name, kind, passFail, terms }, problems };
}

function readTerms(cells: DeskLine['cells'], problems: Map<string, string>): PlanTerm[] {
  const terms: PlanTerm[] = [];
  for (let semester = 1; semester <= 12; semester += 1) {
    const hoursOf = (what: CellName): number => {
      const hours = parseHours(cells[`${what}${semester}`] ?? '');
      if (hours === null) problems.set(`${what}${semester}`, 'нужно число часов от 0 до 1500');
      return hours ?? 0;
    };
    const control = controlOf(cells[`control${semester}`] ?? '', () =>
      problems.set(`control${semester}`, 'Э, КЭ1, ДЗ, КДЗ1, З, Эк, ДЭ, КР, «Э, КР» или пусто'),
    );
    const kinds = Object.fromEntries(hourKinds.map((kind) => [kind, hoursOf(kind)]));
    const hours = hoursOf('hours');
    const something = hours > 0 || control.controlForm !== 'none' || Object.values(kinds).some((value) => value > 0);
    if (something) terms.push(makeTerm(semester, { hours, ...control, ...kinds }));
  }
  return terms;
}

function controlOf(text: string, fail: () => void): Control {
  const control = parseControl(text);
  if (!control) fail();
  return control ?? { controlForm: 'none', complex: null, withCoursework: false };
}
