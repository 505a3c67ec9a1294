import { z } from 'zod';
import { addDays } from '@/domain/calendar/local-date';
import type { LocalDate } from '@/domain/types';
import { createdStep } from '@/features/institution/created-step';
import { dateField, idField, toDay } from '@/features/institution/inputs';
import type { AuditStep } from '@/server/audit';
import { defineCommand } from '@/server/command';
import type { Db } from '@/server/db';
import { Refusal } from '@/server/errors';
import { assertNoClash } from './assert-no-clash';
import { holdTimetable } from './hold-timetable';
import { type ReadPeriod, readGroupPeriod } from './read-sections';

const place = {
  weekday: z.int().min(1).max(7),
  classPeriod: z.int().min(1).max(12),
  parity: z.enum(['every', 'odd', 'even']),
  room: z.string().trim().max(40),
};
const known = { entryId: idField, version: z.int().min(0).max(2_147_483_647) };
const change = z.discriminatedUnion('act', [
  z.strictObject({ act: z.literal('place'), sectionId: idField, ...place }),
  z.strictObject({ act: z.literal('alter'), ...known, ...place }),
  z.strictObject({ act: z.literal('remove'), ...known }),
]);
const input = z.strictObject({
  groupId: idField,
  periodId: idField,
  /** The first day on which the week is the new one. */
  from: dateField,
  changes: z.array(change).min(1).max(200),
});
type Change = z.output<typeof change>;
type Entry = { id: number; sectionId: number; version: number; startsOn: LocalDate; endsOn: LocalDate; was: string };

/**
 * Changes the week of a group from a day on (R-041…R-043): what was in force before stays on record with its last day. Nobody is put into two places
 * at once; of two dispatchers at once the second is told. Lessons follow by `timetable.relay-lessons`.
 * @throws Refusal NOT_FOUND, INVALID, TIMETABLE_CHANGED, CLASH, PERIOD_LOCKED
 */
export const changeWeek = defineCommand({
  name: 'timetable.change-week',
  permission: 'timetable.enter',
  input,
  period: async ({ input: { groupId, periodId } }) => [{ groupId, periodId, sectionId: 0 }],
  run: async ({ tx, actor, now, input: { groupId, periodId, from, changes } }) => {
    await holdTimetable(tx);
    const period = await readGroupPeriod(tx, groupId, periodId);
    if (!period) throw new Refusal('NOT_FOUND');
    await assertDay(tx, { groupId, period, from, today: actor.today });
    const entries = await readEntries(tx, groupId, period, changes);
    const steps: AuditStep[] = [];
    const placed: number[] = [];
    for (const one of changes) {
      const written = await write(tx, one, { period, from, now, entries });
      steps.push(...written.steps);
      placed.push(...written.placed);
    }
    await assertNoClash(tx, placed);
    return { result: { ids: placed }, audit: { object: 'timetable', objectId: null, steps } };
  },
});

/** A day of the period; not an earlier one than today once lessons of earlier days are there. */
async function assertDay(
  tx: Db,
  { groupId, period, from, today }: { groupId: number; period: ReadPeriod; from: LocalDate; today: LocalDate },
): Promise<void> {
  if (from < period.startsOn || from > period.endsOn) throw new Refusal('INVALID', { fields: ['from'] });
  if (from >= today) return;
  const past = await tx.lesson.findFirst({
    where: { groupId, periodId: period.id, date: { lt: toDay(today) } },
    select: { id: true },
  });
  if (past) throw new Refusal('INVALID', { detail: 'прошедшие дни расписания не меняются', fields: ['from'] });
}

async function readEntries(
  tx: Db,
  groupId: number,
  period: ReadPeriod,
  changes: readonly Change[],
): Promise<Map<number, Entry>> {
  const sectionIds = changes.flatMap((one) => (one.act === 'place' ? [one.sectionId] : []));
  const own = await tx.courseSection.count({
    where: { id: { in: sectionIds }, groupId, yearId: period.yearId },
  });
  if (own < new Set(sectionIds).size) throw new Refusal('NOT_FOUND');
  const ids = changes.flatMap((one) => (one.act === 'place' ? [] : [one.entryId]));
  const rows = await tx.$queryRaw<Entry[]>`
    SELECT e.id, e.section_id AS "sectionId", e.version, e.starts_on::text AS "startsOn", e.ends_on::text AS "endsOn",
      json_build_object('weekday', e.weekday, 'classPeriod', e.class_period, 'parity', e.parity, 'room', e.room)::text AS was
    FROM timetable_entry e JOIN course_section c ON c.id = e.section_id
    WHERE e.id = ANY (${ids}::int[]) AND c.group_id = ${groupId} AND e.removed_at IS NULL FOR UPDATE OF e`;
  return new Map(rows.map((row) => [row.id, row]));
}

type Around = { period: ReadPeriod; from: LocalDate; now: Date; entries: ReadonlyMap<number, Entry> };
type Written = { steps: AuditStep[]; placed: number[] };

async function write(tx: Db, one: Change, around: Around): Promise<Written> {
  const { period, from, now } = around;
  if (one.act === 'place') {
    const { act: _, ...values } = one;
    return create(tx, { ...values, startsOn: from, endsOn: period.endsOn });
  }
  const entry = around.entries.get(one.entryId);
  if (!entry || entry.version !== one.version || entry.endsOn < from) {
    throw new Refusal('TIMETABLE_CHANGED');
  }
  const begun = entry.startsOn < from;
  const step = { entity: 'timetableEntry', recordId: entry.id };
  const bump = { version: { increment: 1 } };
  if (one.act === 'alter' && !begun) {
    const { act: _, entryId: __, version: ___, ...values } = one;
    await tx.timetableEntry.update({ where: { id: entry.id }, data: { ...values, ...bump }, select: { id: true } });
    return {
      steps: [{ ...step, field: 'place', before: entry.was, after: JSON.stringify(values) }],
      placed: [entry.id],
    };
  }
  const ended = begun ? { endsOn: toDay(addDays(from, -1)) } : { removedAt: now };
  await tx.timetableEntry.update({ where: { id: entry.id }, data: { ...ended, ...bump }, select: { id: true } });
  const gone: AuditStep = begun
    ? { ...step, field: 'endsOn', before: entry.endsOn, after: addDays(from, -1) }
    : { ...step, field: 'deleted', before: entry.was, after: null };
  if (one.act === 'remove') return { steps: [gone], placed: [] };
  const { act: _, entryId: __, version: ___, ...values } = one;
  const next = await create(tx, { ...values, sectionId: entry.sectionId, startsOn: from, endsOn: entry.endsOn });
  return { steps: [gone, ...next.steps], placed: next.placed };
}

type NewEntry = Omit<Extract<Change, { act: 'place' }>, 'act'> & { startsOn: LocalDate; endsOn: LocalDate };

async function create(tx: Db, entry: NewEntry): Promise<Written> {
  const { id } = await tx.timetableEntry.create({
    data: { ...entry, startsOn: toDay(entry.startsOn), endsOn: toDay(entry.endsOn) },
    select: { id: true },
  });
  return { steps: [createdStep('timetableEntry', id, entry)], placed: [id] };
}
