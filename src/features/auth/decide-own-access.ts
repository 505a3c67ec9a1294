import { z } from 'zod';
import { isAdult } from '@/domain/people/age';
import { defineCommand } from '@/server/command';
import { Refusal } from '@/server/errors';

/** A student of age opens or closes the own diary for the parents, with effect at their next click (G-11, T-077). @throws Refusal NOT_FOUND for minors */
export const decideOwnAccess = defineCommand({
  name: 'people.decide-own-access',
  permission: 'diary.viewOwn',
  input: z.strictObject({ allowed: z.boolean() }),
  period: 'none',
  run: async ({ tx, actor, now, input: { allowed } }) => {
    const studentId = actor.studentId ?? 0;
    const student = await tx.student.findUnique({
      where: { id: studentId },
      select: { person: { select: { birthDate: true } } },
    });
    const born = student?.person.birthDate?.toISOString().slice(0, 10);
    if (!born || !isAdult(born, actor.today)) throw new Refusal('NOT_FOUND');
    await tx.parentAccessDecision.create({ data: { studentId, allowed, decidedAt: now }, select: { id: true } });
    const step = {
      entity: 'student',
      field: 'parentAccess',
      recordId: studentId,
      before: null,
      after: String(allowed),
    };
    return { result: { allowed }, audit: { object: 'student', objectId: studentId, steps: [step] } };
  },
});
