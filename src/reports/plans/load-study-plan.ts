import type { Actor } from '@/access/actor';
import type { PlanView } from '@/features/curriculum/curriculum-view';
import { loadCurricula } from '@/features/curriculum/load-curricula';
import { loadPlan } from '@/features/curriculum/load-plan';
import { db } from '@/server/db';
import type { ReportField, ReportQuery } from '../define';

export type StudyPlanData = { plan: PlanView; institution: string };

/** The choice of a plan, the newest entry first. */
export async function studyPlanFields(actor: Actor, { plan = '' }: ReportQuery): Promise<readonly ReportField[]> {
  const view = await loadCurricula(actor);
  const options = (view?.rows ?? []).map(({ id, programme, entryYear }) => {
    return { value: String(id), label: `${programme}, набор ${entryYear}` };
  });
  return [{ name: 'plan', label: 'Учебный план', empty: 'выберите план', options, value: plan }];
}

/** A plan in the actor's sight; null without the right and for one that is not there. */
export async function loadStudyPlan(actor: Actor, { plan: id }: { plan: number }): Promise<StudyPlanData | null> {
  const plan = await loadPlan(actor, id);
  const institution = await db().institution.findFirst({ select: { name: true } });
  return plan && { plan, institution: institution?.name ?? '' };
}
