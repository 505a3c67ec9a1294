import { meaningOf } from '@/domain/curriculum/plan-index';
import { type CellsOf, mergeRows } from '@/domain/merge-rows';
import type { PlanView } from '../curriculum-view';
import { type DeskLine, deskLine } from './desk';

/** All that is typed of a plan: its lines and the weeks of its semesters. */
export type Sheet = { readonly lines: readonly DeskLine[]; readonly weeks: Readonly<Record<number, string>> };

/** A cell that somebody else changed, too; `key` null: the weeks of a semester, `cell` being «weeks3». */
export type SheetConflict = { readonly key: number | null; readonly cell: string; readonly theirs: string };

export type MergedSheet = { sheet: Sheet; conflicts: readonly SheetConflict[]; kept: number };

export function sheetOf(plan: Pick<PlanView, 'lines' | 'weeks'>): Sheet {
  const weeks = Object.fromEntries(plan.weeks.map((row) => [row.semester, String(row.weeks)]));
  return { lines: plan.lines.map(deskLine), weeks };
}

const cells: CellsOf<DeskLine, string> = {
  fields: (line) => Object.keys(line.cells),
  get: (line, cell) => line.cells[cell] ?? '',
  put: (line, taken) => {
    const next = { ...line.cells, ...Object.fromEntries(taken) };
    return { ...line, cells: next, kind: meaningOf(next.index ?? '')?.kind ?? line.kind };
  },
};

/** What I typed and what somebody else saved meanwhile, both begun at `base`: cell by cell, nothing typed is lost (`mergeRows`). */
export function mergeSheets({ base, mine, theirs }: { base: Sheet; mine: Sheet; theirs: Sheet }): MergedSheet {
  const lines = mergeRows({ base: base.lines, mine: mine.lines, theirs: theirs.lines }, cells);
  const conflicts: SheetConflict[] = lines.conflicts.map(({ key, field, theirs: text }) => ({
    ...{ key: Number(key), cell: field, theirs: text },
  }));
  const journals = new Map(theirs.lines.map((line) => [line.id, line.journals]));
  const weeks: Record<number, string> = {};
  for (let semester = 1; semester <= 12; semester += 1) {
    const [was, own, other] = [base, mine, theirs].map((sheet) => sheet.weeks[semester] ?? '');
    const text = own === was ? other : own;
    if (text) weeks[semester] = text;
    if (own !== was && other !== was && own !== other)
      conflicts.push({ key: null, cell: `weeks${semester}`, theirs: other ?? '' });
  }
  const rows = lines.rows.map((line) => ({ ...line, journals: journals.get(line.id) ?? line.journals }));
  return { sheet: { lines: rows, weeks }, conflicts, kept: lines.kept };
}
