import Link from 'next/link';
import { fullDate, longDate } from '@/texts/format';
import { ButtonLink } from '@/ui/button-link';
import { Notice } from '@/ui/notice';
import { State } from '@/ui/sign';
import type { PlanState, PlanView } from '../curriculum-view';
import { PlanDesk } from './plan-desk';

/** One study plan: its state, then the plan itself. */
export function PlanPage({ plan }: { plan: PlanView }) {
  const { title, programme, groups, order, changed } = plan;
  return (
    <div className="single-wide plan-page">
      <Link href="/study/curricula" prefetch={false}>
        ‹ Учебные планы
      </Link>
      <div className="day-head">
        <h1>{title}</h1>
        <PlanStateSign state={plan.state} approvedOn={plan.approvedOn} />
        <span className="text-text2">
          {programme}
          {groups.length > 0 && ` · ${groups.map(({ name }) => name).join(', ')}`}
        </span>
        <span className="push small text-text2">
          {changed && `изменён ${changed} `}
          {plan.may.print && (
            <ButtonLink size="small" href={`/reports/study-plan?plan=${plan.id}`}>
              Печать и XLSX
            </ButtonLink>
          )}
        </span>
      </div>
      {order && (
        <Notice kind={order.state === 'overdue' ? 'error' : 'warning'}>
          Открыт приказом № {order.number} от {fullDate(order.orderedOn)} («{order.about}»): внести и утвердить{' '}
          {order.state === 'overdue' ? 'надо было' : 'надо'} до {longDate(order.dueOn)} включительно.
        </Notice>
      )}
      <PlanDesk plan={plan} />
    </div>
  );
}

const words: Readonly<Record<PlanState, string>> = {
  draft: 'составляется',
  approved: 'утверждён',
  changing: 'меняется по приказу',
};

export function PlanStateSign({ state, approvedOn }: { state: PlanState; approvedOn: string | null }) {
  const sign = state === 'approved' ? 'done' : state === 'changing' ? 'attention' : 'ahead';
  return (
    <State kind={sign}>
      {words[state]}
      {state === 'approved' && approvedOn && ` ${fullDate(approvedOn)}`}
    </State>
  );
}
