import { z } from 'zod';
import { recordParentAccess } from '@/features/people/record-parent-access';
import { defineCommand } from '@/server/command';
import { Refusal } from '@/server/errors';

/** A student of age opens or closes the own diary for the parents (G-11, T-077). @throws Refusal NOT_FOUND for a minor */
export const decideOwnAccess = defineCommand({
  name: 'people.decide-own-access',
  permission: 'diary.viewOwn',
  input: z.strictObject({ allowed: z.boolean() }),
  period: 'none',
  run: ({ tx, actor, now, input }) =>
    recordParentAccess(tx, {
      ...input,
      studentId: actor.studentId ?? 0,
      now,
      today: actor.today,
      minor: new Refusal('NOT_FOUND'),
    }),
});
