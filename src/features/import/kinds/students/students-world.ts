import type { Db } from '@/server/db';
import type { Line } from '../../kind';
import { findPeople, indexOf, type KnownPerson, nameKeyOf } from '../known-people';
import type { FullName } from '../person-columns';
import { textKey } from '../text-key';
import type { StudentColumns } from './columns';

type Group = { id: number; name: string; lockedUntil: string | null };
type Stay = { studentId: number; group: string; groupId: number; startsOn: string; endsOn: string | null };
type Guardianship = { guardianId: number; studentId: number };
type Order = { number: string; date: string; kind: string };

/** What the college knows that rows about students are judged by. */
export type StudentsWorld = {
  groups: ReadonlyMap<string, Group>;
  groupNames: readonly string[];
  bySnils: ReadonlyMap<string, KnownPerson[]>;
  byRecord: ReadonlyMap<string, KnownPerson[]>;
  byBirth: ReadonlyMap<string, KnownPerson[]>;
  byName: ReadonlyMap<string, KnownPerson[]>;
  byId: ReadonlyMap<number, KnownPerson>;
  stays: ReadonlyMap<number, Stay[]>;
  guardians: ReadonlyMap<number, number[]>;
  orders: ReadonlyMap<string, Order>;
};

export const birthKey = (name: FullName, birthDate: string | null): string => `${nameKeyOf(name)} ${birthDate ?? ''}`;
export const orderKey = (number: string, date: string): string => `${date} ${textKey(number)}`;

/** Reads it in six statements, whatever the number of rows. */
export async function readStudentsWorld(tx: Db, lines: readonly Line<StudentColumns>[]): Promise<StudentsWorld> {
  const parents = lines.flatMap(({ values: { parent1, parent2 } }) => [parent1, parent2].filter((one) => one !== null));
  const texts = (key: 'snils' | 'recordNumber') => lines.flatMap(({ values }) => values[key] ?? []);
  const surnames = [...lines.map(({ values }) => values.lastName ?? ''), ...parents.map(({ lastName }) => lastName)];
  const people = await findPeople(tx, { surnames, snils: texts('snils'), recordNumbers: texts('recordNumber') });
  const studentIds = people.flatMap(({ studentId }) => studentId ?? []);
  const groups = await tx.$queryRaw<Group[]>`
    SELECT g.id, g.name, (SELECT max(p.ends_on)::text FROM group_period gp JOIN academic_period p ON p.id = gp.period_id
      WHERE gp.group_id = g.id AND gp.locked_at IS NOT NULL) AS "lockedUntil" FROM student_group g`;
  const stays = await tx.$queryRaw<Stay[]>`
    SELECT e.student_id AS "studentId", g.name AS group, g.id AS "groupId", e.starts_on::text AS "startsOn", e.ends_on::text AS "endsOn"
    FROM enrollment e JOIN student_group g ON g.id = e.group_id WHERE e.student_id = ANY (${studentIds}::int[]) ORDER BY e.starts_on DESC`;
  const links = await tx.$queryRaw<Guardianship[]>`
    SELECT guardian_id AS "guardianId", student_id AS "studentId" FROM guardianship WHERE student_id = ANY (${studentIds}::int[])`;
  const guardians = indexOf(links, ({ studentId }) => String(studentId));
  const known = new Map(people.map((person) => [person.id, person]));
  const numbers = [...new Set(lines.flatMap(({ values }) => values.orderNumber ?? []))];
  const orders = await tx.$queryRaw<Order[]>`
    SELECT number, date::text AS date, kind::text AS kind FROM administrative_order WHERE number = ANY (${numbers}::text[])`;
  return {
    groups: new Map(groups.map((group) => [textKey(group.name), group])),
    groupNames: groups.map(({ name }) => name).toSorted(),
    bySnils: indexOf(people, ({ snils }) => snils),
    byRecord: indexOf(people, ({ recordNumber }) => recordNumber),
    byBirth: indexOf(people, (person) => birthKey(person, person.birthDate)),
    byName: indexOf(people, nameKeyOf),
    byId: known,
    stays: new Map([...indexOf(stays, ({ studentId }) => String(studentId))].map(([id, rows]) => [Number(id), rows])),
    guardians: new Map([...guardians].map(([id, rows]) => [Number(id), rows.map(({ guardianId }) => guardianId)])),
    orders: new Map(orders.map((order) => [orderKey(order.number, order.date), order])),
  };
}
