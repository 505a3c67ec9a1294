import { z } from 'zod';
import { dateField, idField, nameField } from '@/features/institution/inputs';
import { defineCommand } from '@/server/command';
import { Refusal } from '@/server/errors';
import { reviewDivision } from './review-division';

const input = z.strictObject({ groupId: idField, division: nameField(60), on: dateField });

/** Says that the division was looked through for the period of a day and stays as it is. @throws Refusal NOT_FOUND */
export const confirmDivision = defineCommand({
  name: 'groups.confirm-division',
  permission: 'load.enter',
  input,
  period: 'none',
  run: async ({ tx, actor, now, input: { groupId, division, on } }) => {
    const there = await tx.subgroup.count({ where: { groupId, division } });
    const by = actor.kind === 'person' ? actor.personId : null;
    const steps = there > 0 ? await reviewDivision(tx, { groupId, division, on, at: now, by }) : [];
    if (steps.length === 0) throw new Refusal('NOT_FOUND');
    return { result: {}, audit: { object: 'group', objectId: groupId, steps } };
  },
});
