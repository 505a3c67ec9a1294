import { type Actor, can, canAny } from '@/access/actor';
import { shortName } from '@/domain/people/name';
import { yearsOfStudy } from '@/domain/year/outcome';
import { db } from '@/server/db';
import { fullDateTime } from '@/texts/format';
import type { PlanView } from './curriculum-view';
import { curriculumReaders, openOrder, orderView, planState } from './load-curricula';
import { readLines, readWeeks } from './read-lines';

/** One plan with its lines; null without the right to see plans and for a plan that is not there. */
export async function loadPlan(actor: Actor, id: number): Promise<PlanView | null> {
  if (!canAny(actor, curriculumReaders)) return null;
  const plan = await db().curriculum.findUnique({
    where: { id },
    select: {
      ...{ version: true, entryYear: true, state: true, approvedOn: true, changedAt: true, orders: openOrder },
      changedBy: { select: { lastName: true, firstName: true, middleName: true } },
      program: { select: { code: true, name: true, termMonths: true } },
      groups: { select: { id: true, name: true }, orderBy: { name: 'asc' } },
    },
  });
  if (!plan) return null;
  const { version, entryYear, program, groups, changedAt, changedBy } = plan;
  const [lines, weeks] = await Promise.all([readLines(db(), id), readWeeks(db(), id)]);
  const last = Math.max(0, ...lines.flatMap(({ terms }) => terms.map(({ semester }) => semester)));
  const changed = changedAt && fullDateTime(changedAt, actor.timeZone);
  return {
    ...{ id, version, entryYear, groups, lines, weeks, today: actor.today },
    title: `Учебный план ${program.code}, набор ${entryYear} года`,
    programme: `${program.code} ${program.name}`,
    semesters: Math.min(12, Math.max(last, yearsOfStudy(null, program.termMonths) * 2)),
    state: planState(plan.state, plan.approvedOn),
    approvedOn: plan.approvedOn?.toISOString().slice(0, 10) ?? null,
    changed: changed && `${changed}${changedBy ? `, ${shortName(changedBy)}` : ''}`,
    order: orderView(plan.orders, actor.today),
    may: {
      enter: can(actor, 'curriculum.enter'),
      approve: can(actor, 'curriculum.approve'),
      print: can(actor, 'study.view'),
    },
  };
}
