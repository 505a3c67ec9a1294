import { type Actor, can } from '@/access/actor';
import { addDays, datesBetween, mondayOf, weekdayOf } from '@/domain/calendar/local-date';
import { weekParity } from '@/domain/calendar/week-parity';
import { nameWithInitials } from '@/domain/people/name';
import type { LocalDate } from '@/domain/types';
import { db } from '@/server/db';
import { shortDate } from '@/texts/format';
import { weekParityLabels } from '@/texts/labels';
import { optionsOf, type TimetableOptions } from './lesson-options';
import type { LessonsView, ShownLesson, TimetableMode } from './lessons-view';
import type { TimetableAddress } from './params';
import { type ReadTimetableLesson, readTimetable } from './read-lessons';
import { rowTimes } from './row-times';

/**
 * The timetable of a group, a teacher, a room, or of a day for everybody; without a choice that of the actor's own work. Null when
 * the actor may not see timetables, or what is asked for is not there.
 */
export async function loadLessons(actor: Actor, address: TimetableAddress): Promise<LessonsView | null> {
  if (!can(actor, 'timetable.view')) return null;
  const options = await optionsOf();
  const mode = modeOf(actor, address, options);
  const chosen = chosenOf(actor, address, mode, options);
  const option = options[mode].find(({ value }) => value === chosen);
  if (mode !== 'day' && !option && address[mode] !== undefined) return null;
  const date = address.date ?? (mode !== 'day' && weekdayOf(actor.today) === 7 ? addDays(actor.today, 1) : actor.today);
  const monday = mondayOf(date);
  const [from, to] = mode === 'day' ? [date, date] : [monday, addDays(monday, 6)];
  const id = mode === 'group' || mode === 'teacher' ? Number(chosen) : null;
  const read = await readTimetable(db(), {
    ...{ from, to, groupId: mode === 'group' ? id : null, teacherId: mode === 'teacher' ? id : null },
    room: mode === 'room' ? chosen : null,
  });
  const days =
    mode === 'day' ? [date] : datesBetween(from, read.lessons.some((one) => one.date === to) ? to : addDays(to, -1));
  const { pairs, timeOf } = rowTimes(read, days, mode === 'group' ? id : null);
  return {
    ...{ mode, title: option?.label ?? '', chosen, options: options[mode], date },
    days: days.map((day) => ({ date: day, note: read.exceptions.find((one) => one.date === day)?.name ?? '' })),
    parity: read.periodStart ? weekParityLabels[weekParity(date, read.periodStart)] : '',
    pairs,
    lessons: read.lessons.map((lesson) => ({ ...shown(lesson), time: timeOf(lesson) })),
    may: { enter: can(actor, 'timetable.enter'), substitute: can(actor, 'substitution.enter') },
  };
}

function modeOf(
  actor: Actor,
  { group, teacher, room, view }: TimetableAddress,
  options: TimetableOptions,
): TimetableMode {
  if (view) return view;
  if (group) return 'group';
  if (teacher) return 'teacher';
  if (room) return 'room';
  if (options.teacher.some(({ value }) => value === String(actor.personId))) return 'teacher';
  return options.group.some(({ value }) => value === String(actor.curates[0])) ? 'group' : 'day';
}

function chosenOf(
  actor: Actor,
  { group, teacher, room }: TimetableAddress,
  mode: TimetableMode,
  options: TimetableOptions,
): string {
  const [first] = options[mode];
  if (mode === 'group') return String(group ?? actor.curates[0] ?? first?.value ?? '');
  if (mode === 'teacher') return String(teacher ?? (actor.teaches.length > 0 ? actor.personId : (first?.value ?? '')));
  return mode === 'room' ? (room ?? first?.value ?? '') : '';
}

function shown({
  teacher,
  state,
  substituted,
  formerDate,
  formerPair,
  insteadOf,
  groupId: _,
  ...lesson
}: ReadTimetableLesson): Omit<ShownLesson, 'time'> {
  const name = nameWithInitials(teacher);
  const cancelled = state === 'cancelled';
  return {
    ...lesson,
    teacher: name,
    cancelled,
    change: changeOf({ cancelled, substituted, formerDate, formerPair, insteadOf }),
  };
}

type Change = {
  cancelled: boolean;
  substituted: boolean;
  formerDate: LocalDate | null;
  formerPair: number | null;
  insteadOf: string | null;
};

function changeOf({ cancelled, substituted, formerDate, formerPair, insteadOf }: Change): string {
  if (cancelled) return 'отменено';
  if (formerDate) return `перенесено с ${shortDate(formerDate)}, ${formerPair}-я пара`;
  if (insteadOf) return `вместо «${insteadOf}»`;
  return substituted ? 'замена' : '';
}
