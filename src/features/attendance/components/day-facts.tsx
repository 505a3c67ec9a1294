import type { DayState } from '../client/day-state';
import { dayTotals } from '../client/day-totals';

/** The day in four numbers. */
export function DayFacts({ state }: { state: DayState }) {
  const { students, absent, unexplained, late } = dayTotals(state);
  return (
    <div className="facts ds-facts">
      <span>
        <b>{absent}</b>
        {state.sheet.date === state.sheet.today ? 'нет сегодня' : 'отсутствовали'}
      </span>
      <span className={unexplained > 0 ? 'text-amber' : undefined}>
        <b>{unexplained}</b>без причины
      </span>
      <span>
        <b>{late}</b>опоздали
      </span>
      <span className="aside-note">из {students}</span>
    </div>
  );
}
