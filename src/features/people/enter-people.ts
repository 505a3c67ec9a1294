import { createdStep } from '@/features/institution/created-step';
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
  const rows = await tx.$queryRaw<{ id: number }[]>`
    INSERT INTO person (last_name, first_name, middle_name, sex, birth_date, phone, email, snils)
    SELECT "lastName", "firstName", "middleName", sex, "birthDate", phone, email, snils
    FROM jsonb_array_elements(${JSON.stringify(people)}::jsonb) WITH ORDINALITY AS e(row, n)
      CROSS JOIN LATERAL jsonb_to_record(e.row) AS p("lastName" text, "firstName" text, "middleName" text, sex sex, "birthDate" date,
        phone text, email text, snils text)
    ORDER BY e.n RETURNING id`;
  const ids = rows.map(({ id }) => id);
  return { ids, steps: ids.map((id, place) => createdStep('person', id, { ...people[place] }, id)) };
}

type NewStudent = { personId: number; recordNumber: string | null };

/** Makes people students. */
export async function enterStudents(tx: Db, students: readonly NewStudent[]): Promise<AuditStep[]> {
  await tx.$executeRaw`
    INSERT INTO student (id, record_number) SELECT "personId", "recordNumber"
    FROM jsonb_to_recordset(${JSON.stringify(students)}::jsonb) AS s("personId" int, "recordNumber" text)`;
  return students.map(({ personId, recordNumber }) => createdStep('student', personId, { recordNumber }, personId));
}
