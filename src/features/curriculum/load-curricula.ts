import { type Actor, can, canAny } from '@/access/actor';
import type { Permission } from '@/access/permissions';
import { checkPlan } from '@/domain/curriculum/check-plan';
import { severityOf } from '@/domain/curriculum/findings';
import { makeTerm } from '@/domain/curriculum/plan';
import { dueOn, orderDue } from '@/domain/load/order-due';
import type { LocalDate } from '@/domain/types';
import { db } from '@/server/db';
import type { CurriculaView, OpenOrder, PlanRow, PlanState } from './curriculum-view';

export const curriculumReaders: readonly Permission[] = ['study.view', 'curriculum.enter', 'curriculum.approve'];

const dayOf = (date: Date): LocalDate => date.toISOString().slice(0, 10);

/** A plan that had been approved and is open again waits for its order's changes. */
export function planState(state: 'draft' | 'approved', approvedOn: unknown): PlanState {
  return state === 'draft' && approvedOn !== null ? 'changing' : state;
}

/** Orders by which something is still to be entered, as a page tells them. */
export const openOrder = {
  where: { enteredAt: null },
  orderBy: { orderedOn: 'asc' },
  take: 1,
  select: { number: true, orderedOn: true, about: true },
} as const;

export function orderView(
  orders: readonly { number: string; orderedOn: Date; about: string }[],
  today: LocalDate,
): OpenOrder | null {
  const [order] = orders;
  if (!order) return null;
  const orderedOn = dayOf(order.orderedOn);
  return { ...order, orderedOn, dueOn: dueOn(orderedOn), state: orderDue(orderedOn, null, today) };
}

/** All plans, newest entry first, with what is wrong in each; null without the right to see them. */
export async function loadCurricula(actor: Actor): Promise<CurriculaView | null> {
  if (!canAny(actor, curriculumReaders)) return null;
  const [plans, programmes] = await Promise.all([
    db().curriculum.findMany({
      orderBy: [{ entryYear: 'desc' }, { program: { code: 'asc' } }],
      select: {
        ...{ id: true, programId: true, entryYear: true, state: true, approvedOn: true },
        program: { select: { code: true, name: true } },
        groups: { select: { name: true }, orderBy: { name: 'asc' } },
        semesters: { select: { semester: true, weeks: true } },
        orders: openOrder,
        items: {
          select: { index: true, passFail: true, course: { select: { name: true, kind: true } }, terms: true },
          orderBy: [{ ordinal: 'asc' }, { id: 'asc' }],
        },
      },
    }),
    db().studyProgram.findMany({ orderBy: { code: 'asc' }, select: { id: true, code: true, name: true } }),
  ]);
  const rows = plans.map(({ id, programId, entryYear, program, groups, items, semesters, ...plan }): PlanRow => {
    const lines = items.map(({ index, passFail, course, terms }) => {
      return { index, passFail, ...course, terms: terms.map((term) => makeTerm(term.semester, term)) };
    });
    const weeks = new Map(semesters.map((row) => [row.semester, row.weeks]));
    const findings = checkPlan({ lines, weeks });
    return {
      ...{ id, programId, entryYear, programme: `${program.code} ${program.name}`, lines: lines.length },
      state: planState(plan.state, plan.approvedOn),
      approvedOn: plan.approvedOn && dayOf(plan.approvedOn),
      errors: findings.filter((finding) => severityOf(finding) !== 'warning').length,
      groups: groups.map(({ name }) => name),
      order: orderView(plan.orders, actor.today),
    };
  });
  return {
    rows,
    programmes: programmes.map(({ id, code, name }) => ({ id, name: `${code} ${name}` })),
    thisYear: Number(actor.today.slice(0, 4)),
    mayEnter: can(actor, 'curriculum.enter'),
  };
}
