import { fullName } from '@/domain/people/name';
import type { Db } from '@/server/db';
import type { FullName } from './person-columns';
import { textKey } from './text-key';

/** A person of the college as an import finds them. */
export type KnownPerson = FullName & {
  id: number;
  birthDate: string | null;
  phone: string | null;
  email: string | null;
  snils: string | null;
  sex: 'male' | 'female';
  studentId: number | null;
  recordNumber: string | null;
  staffId: number | null;
};

export type PeopleSought = { surnames: readonly string[]; snils: readonly string[]; recordNumbers: readonly string[] };

export const nameKeyOf = ({ lastName, firstName, middleName }: FullName): string =>
  textKey(`${lastName} ${firstName} ${middleName ?? ''}`);

/** Everybody with one of these surnames, СНИЛС or numbers of record books. */
export async function findPeople(tx: Db, { surnames, snils, recordNumbers }: PeopleSought): Promise<KnownPerson[]> {
  const keys = [...new Set(surnames.map(textKey))];
  return tx.$queryRaw<KnownPerson[]>`
    SELECT p.id, p.last_name AS "lastName", p.first_name AS "firstName", p.middle_name AS "middleName", p.sex::text AS sex,
      p.birth_date::text AS "birthDate", p.phone, p.email, p.snils, s.id AS "studentId", s.record_number AS "recordNumber", f.id AS "staffId"
    FROM person p LEFT JOIN student s ON s.id = p.id LEFT JOIN staff_member f ON f.id = p.id
    WHERE translate(lower(p.last_name), 'ё', 'е') = ANY (${keys}::text[]) OR p.snils = ANY (${[...snils]}::text[])
      OR s.record_number = ANY (${[...recordNumbers]}::text[])
    ORDER BY p.id`;
}

/** People by the keys of what they are found by. */
export function indexOf<Item>(items: readonly Item[], keyOf: (item: Item) => string | null): Map<string, Item[]> {
  const index = new Map<string, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    if (key === null) continue;
    const same = index.get(key);
    if (same) same.push(item);
    else index.set(key, [item]);
  }
  return index;
}

/** Full names by id, for reports. */
export async function namePeople(db: Db, ids: readonly number[]): Promise<Map<number, string>> {
  const people = await db.person.findMany({
    where: { id: { in: [...ids] } },
    select: { id: true, lastName: true, firstName: true, middleName: true },
  });
  return new Map(people.map((person) => [person.id, fullName(person)]));
}
