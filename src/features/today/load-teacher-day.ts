import { type Actor, can } from '@/access/actor';
import { bellTimes } from '@/domain/calendar/bells';
import { addDays, datesBetween, mondayOf, weekdayOf } from '@/domain/calendar/local-date';
import { weekNumber, weekParity } from '@/domain/calendar/week-parity';
import { localTimeOf } from '@/domain/deadlines/zone';
import type { LocalDate } from '@/domain/types';
import { loadPlanned } from '@/features/journal/load-planned';
import { db } from '@/server/db';
import { regulationOf } from '@/server/regulation';
import { weekParityLabels } from '@/texts/labels';
import { lessonState, type Rules, stateWords, substitutionWords } from './lesson-states';
import { planOffer } from './plan-offer';
import { readTeacherDay, type TeacherDayRead } from './read-teacher-day';
import { clockTime, minutesBetween } from './school-time';
import { awaitingWorks, debtLines, gradesToGive, groupWords, unfilledLessons } from './teacher-lists';
import type { TeacherToday, TodayLesson, WeekCell } from './today-view';

/** The teacher's start page; null for somebody who fills no journals. */
export async function loadTeacherDay(actor: Actor): Promise<TeacherToday | null> {
  if (!can(actor, 'journal.fill')) return null;
  const { today } = actor;
  const regulation = await regulationOf(actor);
  const monday = mondayOf(today);
  const read = await readTeacherDay(db(), {
    personId: actor.personId,
    teaches: [...actor.teaches],
    substituted: actor.substitutes.map(({ lessonId }) => lessonId),
    now: actor.now,
    today,
    week: { from: monday, to: addDays(monday, 6) },
    requires: regulation.lessonRequires,
    timedTypes: regulation.taskTypes.filter(({ markWithinDays }) => markWithinDays !== null).map(({ id }) => id),
    worksSince: addDays(today, -60),
  });
  const rules: Rules = { regulation, moment: actor, times: bellTimes(read.bells, read.shortened) };
  const ofToday = read.lessons.filter(({ date }) => date === today);
  const planned = await loadPlanned(db(), [...ofToday, ...read.unfilled]);
  const lessons = ofToday.map((lesson) => todayLesson(lesson, planned.get(lesson.id)?.topic.title ?? '', rules));
  return {
    date: today,
    weekWords: weekWords(today, read.periodStart),
    clockWords: clockWords(lessons, ofToday, rules),
    lessons,
    nextDate: read.nextDate,
    unfilled: unfilledLessons(read.unfilled, rules, (lesson) =>
      planOffer(lesson, planned.get(lesson.id), actor, regulation),
    ),
    awaiting: awaitingWorks(read.works, rules),
    debts: debtLines(read.debts, rules),
    debtsTotal: read.debts[0]?.total ?? 0,
    grades: gradesToGive(read.grades, rules),
    week: weekOf(read, monday, rules),
  };
}

function todayLesson(lesson: TeacherDayRead['lessons'][number], planned: string, rules: Rules): TodayLesson {
  const state = lessonState(lesson, rules);
  const pair = rules.times(lesson.date, lesson.classPeriod, lesson.groupId);
  return {
    sectionId: lesson.sectionId,
    lessonId: lesson.id,
    classPeriod: lesson.classPeriod,
    time: pair ? `${clockTime(pair.startsAt)}–${clockTime(pair.endsAt)}` : '',
    group: groupWords(lesson),
    course: `${lesson.index} ${lesson.course}`,
    topic: lesson.topic || planned,
    room: lesson.room,
    state,
    words: stateWords(lesson, state, rules),
    substitution: substitutionWords(lesson.date, lesson.insteadOf, rules),
  };
}

/** «16-я неделя, числитель»; empty between the periods. */
function weekWords(today: LocalDate, periodStart: LocalDate | null): string {
  if (!periodStart) return '';
  return `${weekNumber(today, periodStart)}-я неделя, ${weekParityLabels[weekParity(today, periodStart)]}`;
}

/** «10:42 · до конца пары 1 ч 08 мин», «8:05 · до начала пары 25 мин». */
function clockWords(lessons: readonly TodayLesson[], read: TeacherDayRead['lessons'], rules: Rules): string {
  const { moment, times } = rules;
  const clock = localTimeOf(moment.now, moment.timeZone);
  const coming = lessons.find(({ state }) => state === 'now' || state === 'ahead');
  const group = read.find(({ id }) => id === coming?.lessonId)?.groupId;
  const pair = coming && times(moment.today, coming.classPeriod, group);
  if (!pair) return clockTime(clock);
  const [words, until] = coming.state === 'now' ? ['до конца пары', pair.endsAt] : ['до начала пары', pair.startsAt];
  return `${clockTime(clock)} · ${words} ${duration(minutesBetween(clock, until))}`;
}

function duration(minutes: number): string {
  if (minutes < 60) return `${minutes} мин`;
  return `${Math.floor(minutes / 60)} ч ${String(minutes % 60).padStart(2, '0')} мин`;
}

function weekOf(read: TeacherDayRead, monday: LocalDate, rules: Rules): TeacherToday['week'] {
  const cells = read.lessons.map(
    (lesson): WeekCell => ({
      sectionId: lesson.sectionId,
      lessonId: lesson.id,
      date: lesson.date,
      classPeriod: lesson.classPeriod,
      group: lesson.group,
      state: lessonState(lesson, rules),
    }),
  );
  return { days: schoolWeek(monday, cells), cells, hours: read.lessons.reduce((sum, { hours }) => sum + hours, 0) };
}

/** Monday to Saturday; Sunday only when something is held on it. */
export function schoolWeek(monday: LocalDate, lessons: readonly { date: LocalDate }[]): LocalDate[] {
  const sunday = lessons.some(({ date }) => weekdayOf(date) === 7);
  return datesBetween(monday, addDays(monday, sunday ? 6 : 5));
}
