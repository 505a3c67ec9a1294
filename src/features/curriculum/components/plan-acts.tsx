'use client';

import { useRouter } from 'next/navigation';
import { type Finding, severityOf } from '@/domain/curriculum/findings';
import { ActDialog } from '@/ui/act-dialog';
import { Field } from '@/ui/field';
import { Notice } from '@/ui/notice';
import { approvePlanAction, openPlanAction, removePlanAction } from '../actions';
import type { PlanDeskState } from '../client/use-plan-desk';
import type { PlanView } from '../curriculum-view';

type Props = { plan: PlanView; desk: PlanDeskState; findings: readonly Finding[] };

/** Approving a plan, opening it by an order, removing one that was begun by mistake. */
export function PlanActs({ plan, desk, findings }: Props) {
  if (plan.state === 'approved') return plan.may.enter ? <OpenPlan plan={plan} desk={desk} /> : null;
  const fresh = plan.state === 'draft' && plan.groups.length === 0;
  return (
    <>
      {plan.may.approve && <ApprovePlan plan={plan} desk={desk} findings={findings} />}
      {plan.may.enter && fresh && <RemovePlan plan={plan} desk={desk} />}
    </>
  );
}

function ApprovePlan({ plan, desk, findings }: Props) {
  const errors = findings.filter((finding) => severityOf(finding) === 'error').length;
  const limits = findings.filter((finding) => severityOf(finding) === 'limit').length;
  return (
    <ActDialog
      label="Утвердить…"
      confirm="Утвердить"
      title="Утвердить учебный план"
      disabled={desk.dirty || errors > 0 || plan.lines.length === 0}
      act={async (form, key) => {
        const reason = String(form.get('reason') ?? '').trim();
        const input = { curriculumId: plan.id, version: desk.version, approvedOn: String(form.get('approvedOn')) };
        const answer = await approvePlanAction({ ...input, reason: reason === '' ? null : reason }, key);
        if (answer.ok) desk.setVersion(answer.result.version);
        return answer;
      }}
    >
      <p>После утверждения план меняют только по приказу: внесённое в него отмечается сроком и историей.</p>
      <Field
        id="approve-on"
        name="approvedOn"
        type="date"
        label="Дата утверждения"
        defaultValue={plan.today}
        max={plan.today}
        required
      />
      {limits > 0 && (
        <>
          <Notice kind="warning">План выходит за нормы: {limits}. Напишите, почему так решено.</Notice>
          <Field id="approve-reason" name="reason" label="Обоснование" maxLength={300} required />
        </>
      )}
    </ActDialog>
  );
}

function OpenPlan({ plan, desk }: Omit<Props, 'findings'>) {
  return (
    <ActDialog
      label="Изменить по приказу…"
      confirm="Открыть для изменений"
      title="Изменить утверждённый план"
      act={async (form, key) => {
        const text = (name: string): string => String(form.get(name) ?? '');
        const order = { number: text('number'), orderedOn: text('orderedOn'), about: text('about') };
        const answer = await openPlanAction({ curriculumId: plan.id, version: desk.version, ...order }, key);
        if (answer.ok) desk.setVersion(answer.result.version);
        return answer;
      }}
    >
      <p>Изменения вносят за три дня после приказа, затем план утверждают снова.</p>
      <Field id="order-number" name="number" label="Приказ №" maxLength={40} required />
      <Field
        id="order-date"
        name="orderedOn"
        type="date"
        label="от"
        defaultValue={plan.today}
        max={plan.today}
        required
      />
      <Field id="order-about" name="about" label="Что меняется" maxLength={300} required />
    </ActDialog>
  );
}

function RemovePlan({ plan, desk }: Omit<Props, 'findings'>) {
  const router = useRouter();
  return (
    <ActDialog
      label="Удалить…"
      confirm="Удалить план"
      title="Удалить черновик плана"
      look="danger"
      act={async (_, key) => {
        const answer = await removePlanAction({ curriculumId: plan.id, version: desk.version }, key);
        if (answer.ok) router.push('/study/curricula');
        return answer;
      }}
    >
      <p>План ещё не утверждали и по нему никто не учится. Его строки исчезнут, удаление останется в истории.</p>
    </ActDialog>
  );
}
