'use client';

import { useDeferredValue, useMemo, useRef, useState } from 'react';
import { checkPlan } from '@/domain/curriculum/check-plan';
import { counted } from '@/texts/plural';
import { Notice } from '@/ui/notice';
import { columnsFor } from '../client/columns';
import { usePlanDesk } from '../client/use-plan-desk';
import type { PlanView } from '../curriculum-view';
import './curriculum.css';
import { PlanActs } from './plan-acts';
import { PlanFindings } from './plan-findings';
import { PlanGrid } from './plan-grid';
import { PlanMerge } from './plan-merge';
import { PlanSums } from './plan-sums';
import { PlanTools } from './plan-tools';

/** The plan as one table: typed, pasted, checked while it is typed, saved whole. */
export function PlanDesk({ plan }: { plan: PlanView }) {
  const desk = usePlanDesk(plan);
  const [semester, setSemester] = useState<number | null>(null);
  const table = useRef<HTMLTableElement>(null);
  const readOnly = plan.state === 'approved' || !plan.may.enter;
  const columns = useMemo(() => columnsFor(semester, plan.semesters), [semester, plan.semesters]);
  const read = useDeferredValue(desk.read);
  const lines = useMemo(() => read.map(({ line }) => line), [read]);
  const findings = useMemo(() => checkPlan({ lines, weeks: desk.weeksBySemester }), [lines, desk.weeksBySemester]);
  const wrong = desk.read.reduce((sum, { problems }) => sum + problems.size, 0);

  function goTo(line: number, cell: string): void {
    const find = (place: string) => table.current?.querySelector<HTMLInputElement>(`[data-row="${line}"]${place}`);
    (find(`[data-cell="${cell}"]`) ?? find(''))?.focus();
  }

  function save(): void {
    const row = desk.read.findIndex(({ problems }) => problems.size > 0);
    if (row < 0) return void desk.save();
    const [cell = 'index', words = ''] = [...(desk.read[row]?.problems ?? [])][0] ?? [];
    const term = /(\d+)$/.exec(cell)?.[1];
    if (term && !columns.some(({ id }) => id === cell)) setSemester(Number(term));
    desk.setFailure(
      `План не сохранён: строка ${row + 1}, ${words}. Всего непонятных клеток: ${wrong}; всё набранное осталось.`,
    );
    setTimeout(() => goTo(row, cell));
  }

  return (
    <>
      <PlanTools desk={desk} plan={plan} readOnly={readOnly} semester={semester} onSemester={setSemester} onSave={save}>
        <PlanActs plan={plan} desk={desk} findings={findings} />
      </PlanTools>
      {desk.failure && (
        <Notice kind="error" live>
          {desk.failure}
        </Notice>
      )}
      <PlanMerge desk={desk} semesters={plan.semesters} onGo={goTo} />
      <PlanGrid ref={table} desk={desk} columns={columns} semester={semester} readOnly={readOnly} onSave={save} />
      <p className="plan-keys small">
        {counted(desk.lines.length, 'строка', 'строки', 'строк')}
        {!readOnly &&
          '. Стрелки и Enter – по клеткам, Ctrl+Enter – новая строка, Alt+↑ и Alt+↓ – переставить, Ctrl+V – вставить блок из таблицы, Ctrl+S – сохранить.'}
      </p>
      <div className="plan-below">
        <PlanFindings findings={findings} lines={lines} onGo={goTo} />
        <PlanSums lines={lines} weeks={desk.weeksBySemester} semesters={plan.semesters} />
      </div>
    </>
  );
}
