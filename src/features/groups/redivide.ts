import { z } from 'zod';
import { movedStudents, type Redivision, redivide } from '@/domain/load/redivide';
import type { LocalDate } from '@/domain/types';
import { createdStep } from '@/features/institution/created-step';
import { dateField, idField, nameField, toDay } from '@/features/institution/inputs';
import { voidGroundless } from '@/features/journal/void-groundless';
import type { AuditStep } from '@/server/audit';
import { defineCommand } from '@/server/command';
import type { Db } from '@/server/db';
import { Refusal } from '@/server/errors';
import { reachedPeriods } from './reached-periods';
import { reviewDivision } from './review-division';

const input = z.strictObject({
  groupId: idField,
  division: nameField(60),
  from: dateField,
  /** Subgroups of the division by name, in order; new ones are created. */
  subgroups: z
    .array(nameField(40))
    .min(1)
    .max(6)
    .refine((names) => new Set(names).size === names.length),
  /** `was`: the subgroup that the person saw on that day; `now`: the wanted one. Null is none. */
  students: z
    .array(z.strictObject({ studentId: idField, was: nameField(40).nullable(), now: nameField(40).nullable() }))
    .max(60),
});

/**
 * Divides a group anew from a day on: days before it stay as they were. What stands in a journal on days that are taken from its
 * student becomes void, as by an order. The division counts as looked through for the period of that day.
 * @throws Refusal CONFLICT when somebody else has divided it meanwhile, NOT_ENROLLED, PERIOD_LOCKED
 */
export const redivideGroup = defineCommand({
  name: 'groups.redivide',
  permission: 'load.enter',
  input,
  period: ({ tx, input: { groupId, from } }) => reachedPeriods(tx, [{ groupId, from, to: null }]),
  run: async ({ tx, actor, now, input: { groupId, division, from, subgroups, students } }) => {
    const parts = await ensureSubgroups(tx, { groupId, division, names: subgroups });
    for (const row of students) subgroupOf(parts.byName, row.was);
    await assertSeen(tx, { groupId, division, from }, students);
    await assertEnrolled(
      tx,
      { groupId, from },
      students.filter((row) => row.now !== null).map(({ studentId }) => studentId),
    );
    const wanted = new Map(students.map((row) => [row.studentId, subgroupOf(parts.byName, row.now)]));
    const changes = redivide(await readMembers(tx, groupId, division), wanted, from);
    const moved = await write(tx, changes);
    const places = movedStudents(changes).map((studentId) => ({ studentId, from }));
    const emptied = await voidGroundless(tx, places, now);
    const reviewed = await reviewDivision(tx, {
      groupId,
      division,
      on: from,
      at: now,
      by: actor.kind === 'person' ? actor.personId : null,
    });
    const steps = [...parts.steps, ...moved, ...emptied.steps, ...reviewed];
    return {
      result: { moved: places.length, voided: emptied.voided },
      audit: { object: 'group', objectId: groupId, steps },
    };
  },
});

function subgroupOf(byName: ReadonlyMap<string, number>, name: string | null): number | null {
  if (name === null) return null;
  const id = byName.get(name);
  if (id === undefined) throw new Refusal('INVALID', { fields: ['подгруппа'] });
  return id;
}

type Division = { groupId: number; division: string };

async function ensureSubgroups(tx: Db, { groupId, division, names }: Division & { names: readonly string[] }) {
  await tx.$queryRaw`SELECT id FROM student_group WHERE id = ${groupId} FOR NO KEY UPDATE`;
  const known = await tx.subgroup.findMany({ where: { groupId, division }, select: { id: true, name: true } });
  const there = new Set(known.map(({ name }) => name));
  const missing = names.filter((name) => !there.has(name));
  const created = await tx.subgroup.createManyAndReturn({
    data: missing.map((name) => ({ groupId, division, name })),
    select: { id: true, name: true },
  });
  const steps = created.map(({ id, name }) => createdStep('subgroup', id, { groupId, division, name }));
  return { byName: new Map([...known, ...created].map(({ id, name }) => [name, id])), steps };
}

type Student = z.output<typeof input>['students'][number];

async function assertSeen(
  tx: Db,
  { groupId, division, from }: Division & { from: LocalDate },
  students: readonly Student[],
): Promise<void> {
  const rows = await tx.$queryRaw<{ studentId: number; name: string }[]>`
    SELECT m.student_id AS "studentId", s.name FROM subgroup_membership m JOIN subgroup s ON s.id = m.subgroup_id
    WHERE s.group_id = ${groupId} AND s.division = ${division} AND m.starts_on <= ${from}::date AND (m.ends_on IS NULL OR m.ends_on >= ${from}::date)`;
  const present = new Map(rows.map(({ studentId, name }) => [studentId, name]));
  const stale = students.some(({ studentId, was }) => (present.get(studentId) ?? null) !== was);
  if (stale) throw new Refusal('CONFLICT', { detail: 'состав подгрупп уже изменили' });
}

async function assertEnrolled(
  tx: Db,
  { groupId, from }: { groupId: number; from: LocalDate },
  students: readonly number[],
): Promise<void> {
  const rows = await tx.$queryRaw<{ id: number }[]>`
    SELECT id FROM unnest(${students}::int[]) AS w(id) WHERE NOT EXISTS (SELECT 1 FROM enrollment e WHERE e.student_id = w.id
      AND e.group_id = ${groupId} AND e.starts_on <= ${from}::date AND (e.ends_on IS NULL OR e.ends_on >= ${from}::date)) LIMIT 1`;
  if (rows.length > 0) throw new Refusal('NOT_ENROLLED');
}

function readMembers(tx: Db, groupId: number, division: string) {
  return tx.$queryRaw<
    { id: number; subgroupId: number; studentId: number; startsOn: LocalDate; endsOn: LocalDate | null }[]
  >`
    SELECT m.id, m.subgroup_id AS "subgroupId", m.student_id AS "studentId", m.starts_on::text AS "startsOn", m.ends_on::text AS "endsOn"
    FROM subgroup_membership m JOIN subgroup s ON s.id = m.subgroup_id
    WHERE s.group_id = ${groupId} AND s.division = ${division} ORDER BY m.starts_on, m.id FOR UPDATE OF m`;
}

async function write(tx: Db, { close, prolong, remove, open }: Redivision): Promise<AuditStep[]> {
  const step = { entity: 'subgroupMembership' };
  await tx.subgroupMembership.deleteMany({ where: { id: { in: remove.map(({ id }) => id) } } });
  await tx.$executeRaw`
    UPDATE subgroup_membership m SET ends_on = w."endsOn"
    FROM jsonb_to_recordset(${JSON.stringify([...close, ...prolong])}::jsonb) AS w(id int, "endsOn" date) WHERE m.id = w.id`;
  const created = await tx.subgroupMembership.createManyAndReturn({
    data: open.map((row) => ({ ...row, startsOn: toDay(row.startsOn) })),
    select: { id: true },
  });
  return [
    ...remove.map(({ id, studentId }) => ({
      ...step,
      field: 'removed',
      recordId: id,
      studentId,
      before: 'true',
      after: null,
    })),
    ...close.map(({ id, studentId, endsOn }) => ({
      ...step,
      field: 'endsOn',
      recordId: id,
      studentId,
      before: null,
      after: endsOn,
    })),
    ...prolong.map(({ id, studentId }) => ({
      ...step,
      field: 'endsOn',
      recordId: id,
      studentId,
      before: 'ended',
      after: null,
    })),
    ...open.map((row, place) => createdStep('subgroupMembership', created[place]?.id ?? 0, row)),
  ];
}
