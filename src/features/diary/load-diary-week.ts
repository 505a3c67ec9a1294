import type { Actor } from '@/access/actor';
import { bellTimes, type PairTimes } from '@/domain/calendar/bells';
import { addDays, datesBetween, isWithin, mondayOf, weekdayOf } from '@/domain/calendar/local-date';
import { nameWithInitials } from '@/domain/people/name';
import type { Regulation } from '@/domain/regulation/regulation';
import type { LocalDate } from '@/domain/types';
import { clockTime } from '@/features/today/school-time';
import { db } from '@/server/db';
import { regulationVersion } from '@/server/regulation';
import { shortDate } from '@/texts/format';
import { enrollmentStatusLabels } from '@/texts/labels';
import { ownerOf } from './diary-head';
import { blocksFor, diaryReader, type Shows } from './diary-reader';
import type { DiaryLesson, DiaryOwner, DiaryWeek } from './diary-view';
import { absenceSign, debtOf, workInShort, workTitle } from './diary-words';
import { type ReadLesson, readWeek, type WeekRead } from './read-week';

export type LoadedWeek = { owner: DiaryOwner; week: DiaryWeek };

/**
 * The diary's week around a date (default: today, on a Sunday the day after) in one statement besides the actor's (R-008,
 * Null when this diary is not in the actor's sight.
 */
export async function loadDiaryWeek(
  actor: Actor,
  studentId: number,
  { date, mode = 'day' }: { date?: LocalDate | undefined; mode?: DiaryWeek['mode'] } = {},
): Promise<LoadedWeek | null> {
  const opened = await openWeek(actor, studentId, date);
  if (!opened) return null;
  const { owner, read, regulation, shows, days, selected, times } = opened;
  const rules = { regulation, shows, times };
  const known = shows('timetable') ? read.lessons : read.lessons.filter((lesson) => lesson.date <= actor.today);
  return {
    owner,
    week: {
      studentId,
      today: actor.today,
      selected,
      mode,
      days: days.map((day) => ({
        date: day,
        note: dayNote(day, read),
        lessons: known.filter((lesson) => lesson.date === day).map((lesson) => diaryLesson(lesson, rules)),
      })),
      previous: read.previous,
      next: read.next,
      notices: read.notices.filter(({ byHand }) => byHand || shows('timetable')),
      debts: shows('marks') ? read.debts.map((debt) => debtOf(debt, regulation, actor.today, shows('attendance'))) : [],
    },
  };
}

export type OpenedWeek = {
  owner: DiaryOwner;
  read: WeekRead;
  regulation: Regulation;
  shows: Shows;
  days: LocalDate[];
  selected: LocalDate;
  times: PairTimes;
};

/** What diary and timetable share: the reader's right, the week's facts, its days and bells. */
export async function openWeek(actor: Actor, studentId: number, date?: LocalDate): Promise<OpenedWeek | null> {
  const reader = await diaryReader(actor, studentId);
  if (!reader) return null;
  const { today } = actor;
  const wanted = date ?? (weekdayOf(today) === 7 ? addDays(today, 1) : today);
  const monday = mondayOf(wanted);
  const sunday = addDays(monday, 6);
  const read = await readWeek(db(), reader, { from: monday, to: sunday, today });
  const regulation = await regulationVersion(read.regulationId);
  const shows = blocksFor(reader, regulation);
  if (!shows) return null;
  const days = datesBetween(
    monday,
    read.lessons.some((lesson) => lesson.date === sunday) ? sunday : addDays(monday, 5),
  );
  const shortened = read.exceptions.filter(({ kind }) => kind === 'shortened').map((exception) => exception.date);
  return {
    owner: ownerOf(read, reader, today),
    read,
    regulation,
    shows,
    days,
    selected: days.includes(wanted) ? wanted : addDays(monday, 5),
    times: bellTimes(read.bells, shortened),
  };
}

/** Why a day has no lessons: a holiday's name, a leave, the holidays between periods; or what is special about it. */
export function dayNote(date: LocalDate, { exceptions, closed, periods }: WeekRead): string {
  const status = closed.find(({ from, to }) => isWithin(date, from, to));
  if (status) return enrollmentStatusLabels[status.status];
  const exception = exceptions.find((one) => one.date === date);
  if (exception) return exception.name;
  return periods.some(({ from, to }) => isWithin(date, from, to)) ? '' : 'каникулы';
}

type Rules = Pick<OpenedWeek, 'regulation' | 'shows' | 'times'>;

function diaryLesson(lesson: ReadLesson, { regulation, shows, times }: Rules): DiaryLesson {
  const pair = times(lesson.date, lesson.classPeriod, lesson.groupId);
  const marks = shows('marks') ? (lesson.marks ?? []) : [];
  const files = (lesson.files ?? []).filter(({ part }) => shows(part === 'homework' ? 'homework' : 'topics'));
  return {
    id: lesson.id,
    classPeriod: lesson.classPeriod,
    startsAt: pair ? clockTime(pair.startsAt) : '',
    courseId: lesson.courseId,
    course: lesson.course,
    topic: shows('topics') ? lesson.topic : '',
    homework: shows('homework') ? lesson.homework : '',
    homeworkDueOn: shows('homework') ? lesson.homeworkDueOn : null,
    ownHomework: shows('homework') ? (lesson.ownHomework ?? '') : '',
    ...(files.length > 0 ? { files } : {}),
    marks: marks.flatMap(([value, , taskType, title, comment]) =>
      value === null ? [] : { value, work: workInShort({ taskType, title }, regulation), comment: comment ?? '' },
    ),
    absence: shows('attendance') ? absenceSign(lesson, regulation.attendance.codes) : null,
    debts: marks.flatMap(([value, , taskType, title]) =>
      value === null ? workTitle({ taskType, title }, regulation) : [],
    ),
    room: lesson.room,
    change: lessonChange(lesson),
  };
}

/** «отменено», «перенесено с 15.12», «замена: Мухаметшин Р. И.»; empty when as usual. */
export function lessonChange({ state, substituted, movedFrom, teacher }: ReadLesson): string {
  if (state === 'cancelled') return 'отменено';
  if (movedFrom) return `перенесено с ${shortDate(movedFrom)}`;
  return substituted ? `замена: ${nameWithInitials(teacher)}` : '';
}
