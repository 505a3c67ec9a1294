import { z } from 'zod';
import { datesBetween, daysBetween } from '@/domain/calendar/local-date';
import type { LocalDate } from '@/domain/types';
import { within } from '@/features/academic-year/next-year/within';
import { dateField, idField, toDay } from '@/features/institution/inputs';
import { holdTimetable } from '@/features/timetable/hold-timetable';
import { defineCommand } from '@/server/command';
import { Refusal } from '@/server/errors';
import { assertDaysAsSeen, markInWords, marksOf, seenDays } from './day-marks';
import { freeDays } from './lessons-on';
import { relayTouched } from './relay-touched';

const input = z.strictObject({
  yearId: idField,
  from: dateField,
  to: dateField,
  /** `usual`: the day is what its weekday says. */
  kind: z.enum(['usual', 'holiday', 'workday', 'shortened']),
  /** For a workday: whose timetable it follows. */
  followsWeekday: z.int().min(1).max(6).nullable().default(null),
  name: z.string().trim().max(120).default(''),
  /** The days that are being corrected: those of them that are not marked anew become usual. */
  instead: z.strictObject({ from: dateField, to: dateField }).nullable().default(null),
  seen: seenDays,
});

/**
 * Says what days are: off, worked by another weekday's timetable, shortened, or usual again. Lessons that nobody has filled are laid
 * anew around them; a day with filled lessons is not made a day off, a day in a locked period does not move.
 * @throws Refusal NOT_FOUND, INVALID, PERIOD_LOCKED, CONFLICT for days that were marked otherwise since they were seen
 */
export const setDays = defineCommand({
  name: 'calendar.set-days',
  permission: 'calendar.enter',
  input,
  period: 'none',
  long: true,
  prepare: async ({ meta }) => meta,
  run: async ({ tx, actor, prepared: meta, input: { yearId, instead, seen, ...day } }) => {
    const { from, to, kind, followsWeekday, name } = day;
    const year = await tx.academicYear.findUnique({ where: { id: yearId } });
    assertDays(year, day);
    if (instead) assertDays(year, { ...day, ...instead });
    await holdTimetable(tx);
    const dates = datesBetween(from, to);
    const former = instead ? datesBetween(instead.from, instead.to) : [];
    const touched = [...new Set([...dates, ...former])].sort();
    const was = await marksOf(tx, touched);
    assertDaysAsSeen(was, seen, touched);
    const freed = kind === 'holiday' ? await freeDays(tx, { groupIds: null, dates }) : [];
    await tx.calendarException.deleteMany({ where: { date: { in: touched.map(toDay) } } });
    if (kind !== 'usual') {
      const data = dates.map((date) => ({ yearId, date: toDay(date), kind, name, followsWeekday }));
      await tx.calendarException.createMany({ data });
    }
    const span = { groupIds: null, from: touched[0] ?? from, to: touched.at(-1) ?? to, today: actor.today };
    const laid = await relayTouched(tx, within(tx, actor, meta), span);
    const mark = kind === 'usual' ? null : markInWords({ kind, followsWeekday, name });
    const marked = new Set(dates);
    const steps = touched.flatMap((date) => {
      const [before, after] = [was.get(date) ?? null, marked.has(date) ? mark : null];
      return before === after ? [] : [{ entity: 'calendarException', field: date, recordId: yearId, before, after }];
    });
    const audit = { object: 'academicYear', objectId: yearId, steps: [...steps, ...freed] };
    return { result: { days: steps.length, withdrawn: freed.length, laid }, audit };
  },
});

type Days = Pick<z.output<typeof input>, 'from' | 'to' | 'kind' | 'followsWeekday' | 'name'>;

function assertDays(
  year: { startsOn: Date; endsOn: Date } | null,
  { from, to, kind, followsWeekday, name }: Days,
): void {
  if (!year) throw new Refusal('NOT_FOUND');
  const day = (date: Date): LocalDate => date.toISOString().slice(0, 10);
  if (to < from) throw new Refusal('INVALID', { fields: ['to'], detail: 'последний день раньше первого' });
  if (from < day(year.startsOn) || to > day(year.endsOn)) {
    throw new Refusal('INVALID', { fields: ['from', 'to'], detail: 'дни лежат вне учебного года' });
  }
  if (daysBetween(from, to) > 120)
    throw new Refusal('INVALID', { fields: ['to'], detail: 'за один раз не больше 120 дней' });
  if ((kind === 'workday') !== (followsWeekday !== null)) throw new Refusal('INVALID', { fields: ['followsWeekday'] });
  if (kind !== 'usual' && name === '') throw new Refusal('INVALID', { fields: ['name'] });
}
