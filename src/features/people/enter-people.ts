import { createdStep } from '@/features/institution/created-step';
import { toDayOrNull } from '@/features/institution/inputs';
import type { AuditStep } from '@/server/audit';
import type { Db } from '@/server/db';

export type NewPerson = {
  lastName: string;
  firstName: string;
  middleName: string | null;
  sex: 'male' | 'female';
  birthDate: string | null;
  phone: string | null;
  email: string | null;
  snils: string | null;
};

/** Writes new people; answers their ids in the order given and the history's steps, enciphered with keys of their own. */
export async function enterPeople(
  tx: Db,
  people: readonly NewPerson[],
): Promise<{ ids: number[]; steps: AuditStep[] }> {
  const rows = await tx.person.createManyAndReturn({
    data: people.map((person) => ({ ...person, birthDate: toDayOrNull(person.birthDate) })),
    select: { id: true },
  });
  const ids = rows.map(({ id }) => id);
  return { ids, steps: ids.map((id, place) => createdStep('person', id, { ...people[place] }, id)) };
}

type NewStudent = { personId: number; recordNumber: string | null };

/** Makes people students. */
export async function enterStudents(tx: Db, students: readonly NewStudent[]): Promise<AuditStep[]> {
  await tx.student.createMany({
    data: students.map(({ personId, recordNumber }) => ({ id: personId, recordNumber })),
  });
  return students.map(({ personId, recordNumber }) => createdStep('student', personId, { recordNumber }, personId));
}
