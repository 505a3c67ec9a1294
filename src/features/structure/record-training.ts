import { z } from 'zod';
import { createdStep } from '@/features/institution/created-step';
import { dateField, idField, nameField, toDay } from '@/features/institution/inputs';
import { defineCommand } from '@/server/command';
import { Refusal } from '@/server/errors';

const input = z.strictObject({
  topic: nameField(200),
  heldOn: dateField,
  hours: z.int().min(1).max(500),
  staffIds: z.array(idField).min(1).max(1000),
});

/** Who was trained in what (R-018, S1 3.2): one training with its people; those who stand there already stay. @throws Refusal INVALID */
export const recordTraining = defineCommand({
  name: 'structure.record-training',
  permission: ['structure.enter', 'accounts.manage'],
  input,
  period: 'none',
  run: async ({ tx, actor, now, input: { staffIds, heldOn, ...training } }) => {
    if (heldOn > actor.today) {
      throw new Refusal('INVALID', { fields: ['heldOn'], detail: 'обучение записывают, когда оно прошло' });
    }
    const rows = await tx.trainingRecord.createManyAndReturn({
      data: [...new Set(staffIds)].map((staffId) => ({
        ...{ staffId, ...training, heldOn: toDay(heldOn) },
        ...{ recordedById: actor.personId, recordedAt: now },
      })),
      skipDuplicates: true,
      select: { id: true, staffId: true },
    });
    const steps = rows.map(({ id, staffId }) => createdStep('trainingRecord', id, { staffId, heldOn, ...training }));
    return { result: { recorded: rows.length }, audit: { object: 'trainingRecord', objectId: null, steps } };
  },
});
