import { z } from 'zod';
import { datesBetween } from '@/domain/calendar/local-date';
import { within } from '@/features/academic-year/next-year/within';
import { changedSteps } from '@/features/institution/changed-steps';
import { idField, toDay, versionField } from '@/features/institution/inputs';
import { removedStep } from '@/features/institution/remove-row';
import { holdTimetable } from '@/features/timetable/hold-timetable';
import { defineCommand } from '@/server/command';
import type { Db } from '@/server/db';
import { Refusal } from '@/server/errors';
import { freeDays } from './lessons-on';
import { relayTouched } from './relay-touched';
import { assertSpanDays, refusalOfSpan, spanFields } from './span-days';

const input = z.strictObject({
  spans: z
    .array(z.strictObject({ id: idField, version: versionField }))
    .min(1)
    .max(200),
  /** What they are from now on; null: they go. */
  to: z.strictObject(spanFields).nullable(),
});
type Seen = z.output<typeof input>['spans'];
type Given = z.output<typeof input>['to'];

/**
 * Moves spans of the graph, gives them another kind or name, or takes them out: of all the groups that have them, or of some.
 * The week takes back the days that come free. @throws Refusal NOT_FOUND, CONFLICT, INVALID, DUPLICATE, PERIOD_LOCKED
 */
export const editSpans = defineCommand({
  name: 'calendar.edit-spans',
  permission: 'calendar.enter',
  input,
  period: 'none',
  long: true,
  prepare: async ({ meta }) => meta,
  run: async ({ tx, actor, prepared: meta, input: { spans, to } }) => {
    const former = await lockSpans(tx, spans);
    const yearId = former[0]?.yearId ?? 0;
    if (to) await assertSpanDays(tx, yearId, to);
    await holdTimetable(tx);
    const groupIds = former.map(({ groupId }) => groupId);
    const dates = to?.kind === 'vacation' ? datesBetween(to.startsOn, to.endsOn) : [];
    const freed = dates.length > 0 ? await freeDays(tx, { groupIds, dates }) : [];
    await writeSpans(tx, former, to);
    const days = [...former, ...(to ? [to] : [])].flatMap(({ startsOn, endsOn }) => [startsOn, endsOn]).sort();
    const around = { groupIds, from: days[0] ?? '', to: days.at(-1) ?? '', today: actor.today };
    const laid = await relayTouched(tx, within(tx, actor, meta), around);
    const steps = former.flatMap(({ id, version: _, ...was }) => {
      return to ? changedSteps('studySpan', id, was, to) : [removedStep('studySpan', id, was)];
    });
    const audit = { object: 'academicYear', objectId: yearId, steps: [...steps, ...freed] };
    return { result: { spans: former.length, laid }, audit };
  },
});

type Former = { id: number; yearId: number; groupId: number; version: number } & NonNullable<Given>;

/** Holds the spans; all are there, of one year, and as they were seen. @throws Refusal NOT_FOUND, CONFLICT */
async function lockSpans(tx: Db, seen: Seen): Promise<Former[]> {
  const ids = seen.map(({ id }) => id);
  const rows = await tx.$queryRaw<Former[]>`
    SELECT id, year_id AS "yearId", group_id AS "groupId", version, kind::text, name, starts_on::text AS "startsOn", ends_on::text AS "endsOn"
    FROM study_span WHERE id = ANY (${ids}::int[]) ORDER BY id FOR UPDATE`;
  if (rows.length !== new Set(ids).size) throw new Refusal('NOT_FOUND');
  const versions = new Map(seen.map(({ id, version }) => [id, version]));
  if (rows.some(({ id, version }) => versions.get(id) !== version)) throw new Refusal('CONFLICT');
  if (new Set(rows.map(({ yearId }) => yearId)).size > 1) throw new Refusal('INVALID', { fields: ['spans'] });
  return rows;
}

async function writeSpans(tx: Db, former: readonly Former[], to: Given): Promise<void> {
  const where = { id: { in: former.map(({ id }) => id) } };
  if (!to) {
    await tx.studySpan.deleteMany({ where });
    return;
  }
  const days = { startsOn: toDay(to.startsOn), endsOn: toDay(to.endsOn) };
  await tx.studySpan
    .updateMany({ where, data: { kind: to.kind, name: to.name, ...days, version: { increment: 1 } } })
    .catch(refusalOfSpan);
}
