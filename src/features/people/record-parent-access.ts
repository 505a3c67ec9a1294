import { isAdult } from '@/domain/people/age';
import type { LocalDate } from '@/domain/types';
import type { Outcome } from '@/server/command';
import type { Db } from '@/server/db';
import { Refusal } from '@/server/errors';

type Decision = {
  studentId: number;
  allowed: boolean;
  now: Date;
  today: LocalDate;
  /** What is said of a minor, whose parents see the diary by law. */
  minor: Refusal;
};

/**
 * Keeps what a student of age decided about the parents' access, with effect at their next click (G-11, T-077).
 * @throws Refusal NOT_FOUND, `minor`
 */
export async function recordParentAccess(
  tx: Db,
  { studentId, allowed, now, today, minor }: Decision,
): Promise<Outcome<{ allowed: boolean }>> {
  const student = await tx.student.findUnique({
    where: { id: studentId },
    select: { person: { select: { birthDate: true } } },
  });
  if (!student) throw new Refusal('NOT_FOUND');
  const birthDate = student.person.birthDate?.toISOString().slice(0, 10);
  if (!birthDate || !isAdult(birthDate, today)) throw minor;
  await tx.parentAccessDecision.create({ data: { studentId, allowed, decidedAt: now }, select: { id: true } });
  const step = { entity: 'student', field: 'parentAccess', recordId: studentId, before: null, after: String(allowed) };
  return { result: { allowed }, audit: { object: 'student', objectId: studentId, steps: [step] } };
}
