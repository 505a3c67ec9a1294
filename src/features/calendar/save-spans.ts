import { z } from 'zod';
import { datesBetween } from '@/domain/calendar/local-date';
import { within } from '@/features/academic-year/next-year/within';
import { createdStep } from '@/features/institution/created-step';
import { idField, toDay } from '@/features/institution/inputs';
import { holdTimetable } from '@/features/timetable/hold-timetable';
import { defineCommand } from '@/server/command';
import { freeDays } from './lessons-on';
import { relayTouched } from './relay-touched';
import { assertSpanDays, refusalOfSpan, spanFields } from './span-days';

const input = z.strictObject({ yearId: idField, groupIds: z.array(idField).min(1).max(200), ...spanFields });

/**
 * Gives groups a span without the usual lessons: vacation, session, practice, state examination. Lessons of the week are laid anew around
 * it; in vacations nobody can have held any. @throws Refusal NOT_FOUND, INVALID, DUPLICATE, PERIOD_LOCKED
 */
export const saveSpans = defineCommand({
  name: 'calendar.save-spans',
  permission: 'calendar.enter',
  input,
  period: 'none',
  long: true,
  prepare: async ({ meta }) => meta,
  run: async ({ tx, actor, prepared: meta, input: { yearId, groupIds, startsOn, endsOn, ...span } }) => {
    await assertSpanDays(tx, yearId, { startsOn, endsOn });
    await holdTimetable(tx);
    const freed =
      span.kind === 'vacation' ? await freeDays(tx, { groupIds, dates: datesBetween(startsOn, endsOn) }) : [];
    const days = { startsOn: toDay(startsOn), endsOn: toDay(endsOn) };
    const rows = await tx.studySpan
      .createManyAndReturn({
        data: [...new Set(groupIds)].map((groupId) => ({ yearId, groupId, ...span, ...days })),
        select: { id: true, groupId: true },
      })
      .catch(refusalOfSpan);
    const around = { groupIds, from: startsOn, to: endsOn, today: actor.today };
    const laid = await relayTouched(tx, within(tx, actor, meta), around);
    const steps = rows.map(({ id, groupId }) => createdStep('studySpan', id, { groupId, ...span, startsOn, endsOn }));
    const audit = { object: 'academicYear', objectId: yearId, steps: [...steps, ...freed] };
    return { result: { spans: rows.length, laid }, audit };
  },
});
