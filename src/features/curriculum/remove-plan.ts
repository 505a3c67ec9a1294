import { z } from 'zod';
import { createdStep } from '@/features/institution/created-step';
import { idField, versionField } from '@/features/institution/inputs';
import { defineCommand } from '@/server/command';
import { Refusal } from '@/server/errors';
import { holdPlan } from './held-plan';

const input = z.strictObject({ curriculumId: idField, version: versionField });

/** Removes a plan begun by mistake: never approved, without groups. @throws Refusal IN_USE with the group, CONFLICT */
export const removePlan = defineCommand({
  name: 'curriculum.remove',
  permission: 'curriculum.enter',
  input,
  period: 'none',
  run: async ({ tx, actor, input: { curriculumId, version } }) => {
    const plan = await holdPlan(tx, { id: curriculumId, version, state: 'draft', timeZone: actor.timeZone });
    if (plan.approvedOn !== null)
      throw new Refusal('IN_USE', { detail: 'план уже утверждали, его историю не стирают' });
    const group = await tx.studentGroup.findFirst({ where: { curriculumId }, select: { name: true } });
    if (group) throw new Refusal('IN_USE', { detail: `по этому плану учится группа ${group.name}` });
    await tx.curriculumItem.deleteMany({ where: { curriculumId } });
    await tx.curriculum.delete({ where: { id: curriculumId }, select: { id: true } });
    const { programId, entryYear } = plan;
    const { after: before } = createdStep('curriculum', curriculumId, { programId, entryYear });
    const step = { entity: 'curriculum', field: 'removed', recordId: curriculumId, before, after: null };
    return { result: {}, audit: { object: 'curriculum', objectId: curriculumId, steps: [step] } };
  },
});
