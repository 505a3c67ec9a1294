import type { CheckState } from '@/domain/people/card';
import { State } from '@/ui/sign';

/** Whether a card has been checked this half-year. */
export function CheckSign({ state }: { state: CheckState }) {
  if (state === 'done') return <State kind="done">сверена</State>;
  if (state === 'due') return <State kind="ahead">пора сверить</State>;
  return (
    <State kind="overdue" strong>
      не сверялась больше полугодия
    </State>
  );
}
