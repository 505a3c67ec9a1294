import { defineCommand } from '@/server/command';
import { Refusal } from '@/server/errors';
import { composeRegulation, compositionInput } from './compose-regulation';
import { toDay } from './inputs';

/**
 * A new version of the regulation: a shipped profile or the present one, edited (C-01…C-26). Versions never change; a
 * locked period keeps the one under which it was lived.
 * @throws Refusal INVALID with the place and the reason, DUPLICATE for a second version of one day
 */
export const editRegulation = defineCommand({
  name: 'institution.edit-regulation',
  permission: 'regulation.edit',
  input: compositionInput,
  period: 'none',
  stepUp: true,
  run: async ({ tx, actor, now, input }) => {
    const { regulation, problems, changes } = await composeRegulation(input, actor.today, tx);
    const [problem] = problems;
    if (problem) throw new Refusal('INVALID', { detail: `${problem.place}: ${problem.reason}` });
    if (await tx.regulationVersion.findUnique({ where: { validFrom: toDay(input.validFrom) }, select: { id: true } })) {
      throw new Refusal('DUPLICATE', { detail: 'на этот день редакция уже введена, выберите другой' });
    }
    const { id } = await tx.regulationVersion.create({
      data: {
        ...{ profile: regulation.profile, validFrom: toDay(input.validFrom), createdAt: now },
        data: JSON.parse(JSON.stringify(regulation)),
        createdById: actor.kind === 'person' ? actor.personId : null,
      },
      select: { id: true },
    });
    const created = {
      entity: 'regulation',
      field: 'created',
      recordId: id,
      before: null,
      after: `${regulation.profile} ${input.validFrom}`,
    };
    const steps = changes.map(({ part, term, before, after }) => {
      return { entity: 'regulation', field: `${part}: ${term}`, recordId: id, before, after };
    });
    return { result: { id }, audit: { object: 'regulation', objectId: id, steps: [created, ...steps] } };
  },
});
