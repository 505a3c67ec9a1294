import { z } from 'zod';
import { idField } from '@/features/institution/inputs';
import { defineCommand } from '@/server/command';
import { Refusal } from '@/server/errors';
import { recordParentAccess } from './record-parent-access';

/** The office enters what a student of age decided on paper (G-11). @throws Refusal NOT_FOUND, INVALID for a minor */
export const decideParentAccess = defineCommand({
  name: 'people.decide-parent-access',
  permission: 'people.enter',
  input: z.strictObject({ studentId: idField, allowed: z.boolean() }),
  period: 'none',
  run: ({ tx, actor, now, input }) =>
    recordParentAccess(tx, {
      ...input,
      now,
      today: actor.today,
      minor: new Refusal('INVALID', { fields: ['studentId'] }),
    }),
});
