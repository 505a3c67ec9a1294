import type { Actor } from '@/access/actor';
import { weekParity } from '@/domain/calendar/week-parity';
import { nameWithInitials } from '@/domain/people/name';
import type { LocalDate } from '@/domain/types';
import { clockTime } from '@/features/today/school-time';
import { weekParityLabels } from '@/texts/labels';
import type { DiaryOwner, DiaryTimetable, TimetableLesson } from './diary-view';
import { dayNote, lessonChange, type OpenedWeek, openWeek } from './load-diary-week';
import type { ReadLesson } from './read-week';

/** The student's timetable of a week with substitutions and cancelled lessons; null when not in sight or not shown (C-25). */
export async function loadTimetable(
  actor: Actor,
  studentId: number,
  date?: LocalDate,
): Promise<{ owner: DiaryOwner; timetable: DiaryTimetable } | null> {
  const opened = await openWeek(actor, studentId, date);
  if (!opened?.shows('timetable')) return null;
  const { owner, read, days, times, selected } = opened;
  const period = read.periods.find(({ from, to }) => from <= selected && selected <= to) ?? read.periods[0];
  return {
    owner,
    timetable: {
      studentId,
      today: actor.today,
      parity: period ? weekParityLabels[weekParity(selected, period.from)] : '',
      days: days.map((day) => ({
        date: day,
        note: dayNote(day, read),
        lessons: read.lessons.filter((lesson) => lesson.date === day).map((lesson) => timetableLesson(lesson, times)),
      })),
      previous: read.previous,
      next: read.next,
    },
  };
}

function timetableLesson(lesson: ReadLesson, times: OpenedWeek['times']): TimetableLesson {
  const pair = times(lesson.date, lesson.classPeriod, lesson.groupId);
  return {
    classPeriod: lesson.classPeriod,
    startsAt: pair ? clockTime(pair.startsAt) : '',
    endsAt: pair ? clockTime(pair.endsAt) : '',
    course: lesson.course,
    room: lesson.room,
    teacher: nameWithInitials(lesson.teacher),
    change: changeOf(lesson),
    cancelled: lesson.state === 'cancelled',
  };
}

/** The teacher stands beside it: a substitution needs no name here. */
function changeOf(lesson: ReadLesson): string {
  return lesson.state !== 'cancelled' && !lesson.movedFrom && lesson.substituted ? 'замена' : lessonChange(lesson);
}
