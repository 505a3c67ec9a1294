import { z } from 'zod';
import { isAdult } from '@/domain/people/age';
import { idField } from '@/features/institution/inputs';
import { defineCommand } from '@/server/command';
import { Refusal } from '@/server/errors';

const input = z.strictObject({ studentId: idField, allowed: z.boolean() });

/** Records what a student of age decided about the parents' access (G-11). @throws Refusal NOT_FOUND, INVALID for a minor */
export const decideParentAccess = defineCommand({
  name: 'people.decide-parent-access',
  permission: 'people.enter',
  input,
  period: 'none',
  run: async ({ tx, actor, now, input: { studentId, allowed } }) => {
    const student = await tx.student.findUnique({
      where: { id: studentId },
      select: { person: { select: { birthDate: true } } },
    });
    if (!student) throw new Refusal('NOT_FOUND');
    const birthDate = student.person.birthDate?.toISOString().slice(0, 10);
    if (!birthDate || !isAdult(birthDate, actor.today)) throw new Refusal('INVALID', { fields: ['studentId'] });
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
