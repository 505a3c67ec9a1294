import { z } from 'zod';
import { addDays } from '@/domain/calendar/local-date';
import { idField, toDay } from '@/features/institution/inputs';
import { defineCommand } from '@/server/command';
import { Refusal } from '@/server/errors';
import { assertKeeps } from './assert-keeps';

const input = z.strictObject({ studentId: idField, guardianId: idField });

/**
 * Somebody is no longer a student's parent or guardian: from this minute they see nothing of the child, be the tie of today
 * (R-009, R-035, T-030). @throws Refusal NOT_FOUND
 */
export const endGuardianship = defineCommand({
  name: 'people.end-guardianship',
  permission: ['people.enter', 'people.enterCurated'],
  input,
  period: 'none',
  run: async ({ tx, actor, input: { studentId, guardianId } }) => {
    await assertKeeps(tx, actor, studentId);
    const where = { guardianId_studentId: { guardianId, studentId } };
    const tie = await tx.guardianship.findUnique({ where, select: { startsOn: true, endsOn: true } });
    if (!tie || tie.endsOn) throw new Refusal('NOT_FOUND');
    const since = tie.startsOn.toISOString().slice(0, 10);
    const endsOn = addDays([since, actor.today].sort()[1] ?? since, -1);
    await tx.guardianship.update({ where, data: { endsOn: toDay(endsOn) }, select: { guardianId: true } });
    const step = {
      entity: 'guardianship',
      field: 'endsOn',
      recordId: guardianId,
      studentId,
      before: null,
      after: endsOn,
    };
    return { result: { endsOn }, audit: { object: 'guardianship', objectId: studentId, steps: [step] } };
  },
});
