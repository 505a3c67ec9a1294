import type { ReactNode } from 'react';
import { Button } from '@/ui/button';
import { classNames } from '@/ui/class-names';
import { emptyLine } from '../client/desk';
import type { PlanDeskState } from '../client/use-plan-desk';
import type { PlanView } from '../curriculum-view';
import { PastePlan } from './paste-plan';

type Props = {
  desk: PlanDeskState;
  plan: PlanView;
  readOnly: boolean;
  semester: number | null;
  onSemester: (semester: number | null) => void;
  onSave: () => void;
  children: ReactNode;
};

/** Which semester is shown, and what can be done with the plan as a whole. */
export function PlanTools({ desk, plan, readOnly, semester, onSemester, onSave, children }: Props) {
  const semesters = Array.from({ length: plan.semesters }, (_, place) => place + 1);
  return (
    <div className="plan-tools">
      <fieldset className="plan-tabs">
        <legend className="sr-only">Что показать</legend>
        <Tab label="Все семестры" on={semester === null} choose={() => onSemester(null)} />
        {semesters.map((number) => (
          <Tab
            key={number}
            label={String(number)}
            title={`${number} семестр по видам часов`}
            on={semester === number}
            choose={() => onSemester(number)}
          />
        ))}
      </fieldset>
      <div className="plan-acts">
        {!readOnly && (
          <>
            <Button onClick={() => desk.reshape((lines) => [...lines, emptyLine()])}>Добавить строку</Button>
            <PastePlan desk={desk} />
            {desk.canUndo && <Button onClick={desk.undo}>Вернуть, как было</Button>}
            <Button look="main" onClick={onSave} aria-disabled={desk.busy || !desk.dirty || undefined}>
              {desk.busy ? 'Сохраняется…' : desk.dirty ? 'Сохранить' : 'Сохранено'}
            </Button>
          </>
        )}
        {children}
      </div>
    </div>
  );
}

function Tab({ label, title, on, choose }: { label: string; title?: string; on: boolean; choose: () => void }) {
  return (
    <button
      type="button"
      className={classNames('plan-tab', on && 'is-on')}
      title={title}
      aria-pressed={on}
      onClick={choose}
    >
      {label}
    </button>
  );
}
