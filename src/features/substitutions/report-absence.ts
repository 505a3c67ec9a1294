import { z } from 'zod';
import { createdStep } from '@/features/institution/created-step';
import { dateField, idField, toDay, toDayOrNull } from '@/features/institution/inputs';
import { defineCommand } from '@/server/command';
import { orderFields } from './order-fields';

const input = z
  .strictObject({ staffId: idField, startsOn: dateField, endsOn: dateField, ...orderFields })
  .refine(({ startsOn, endsOn }) => startsOn <= endsOn, { path: ['endsOn'] });

/** A member of the staff is away for days, both included: their lessons are the holes to be filled. @throws Refusal DUPLICATE when those days overlap known ones */
export const reportAbsence = defineCommand({
  name: 'timetable.report-absence',
  permission: 'substitution.enter',
  input,
  period: 'none',
  run: async ({ tx, actor, now, input: absence }) => {
    const { id } = await tx.staffAbsence.create({
      data: {
        ...absence,
        ...{ startsOn: toDay(absence.startsOn), endsOn: toDay(absence.endsOn) },
        ...{ orderedOn: toDayOrNull(absence.orderedOn), enteredById: actor.personId || null, enteredAt: now },
      },
      select: { id: true },
    });
    const step = createdStep('staffAbsence', id, absence, absence.staffId);
    return { result: { id }, audit: { object: 'staffAbsence', objectId: id, steps: [step] } };
  },
});
