import type { PairTimes } from '@/domain/calendar/bells';
import { fillDeadline, isLate } from '@/domain/deadlines/deadlines';
import { editWindow } from '@/domain/deadlines/edit-window';
import { localDateOf } from '@/domain/deadlines/zone';
import { nameWithInitials, type PersonName } from '@/domain/people/name';
import type { Regulation } from '@/domain/regulation/regulation';
import type { LocalDate } from '@/domain/types';
import { missingParts } from '@/features/journal/completeness';
import type { LessonPart } from '@/features/journal/journal-view';
import { shortDate } from '@/texts/format';
import { type LessonTime, type Moment, phaseOf } from './school-time';
import type { LessonState } from './today-view';

/** What states are judged by: the regulation, the moment and the bells. */
export type Rules = { regulation: Regulation; moment: Moment; times: PairTimes };

type Facts = LessonTime & { topic: string; homework: string; attendanceTaken: boolean };

const absentParts: Record<LessonPart, string> = {
  topic: 'темы',
  attendance: 'посещаемости',
  homework: 'домашнего задания',
};

export const partNames: Record<LessonPart, string> = {
  topic: 'тема',
  attendance: 'посещаемость',
  homework: 'домашнее задание',
};

/** ● complete, ▲ something is missing, ■ missing past the deadline, ▶ going on, ○ ahead. */
export function lessonState(lesson: Facts, { regulation, moment, times }: Rules): LessonState {
  const phase = phaseOf(lesson, times, moment);
  if (phase !== 'past') return phase;
  if (missingParts(lesson, regulation).length === 0) return 'done';
  return isLate(moment.now, fillDeadline(lesson.date, regulation.deadlines, moment.timeZone)) ? 'overdue' : 'attention';
}

/** Words beside the sign: «нет домашнего задания», «впереди»; for a lesson going on what has been done. */
export function stateWords(
  lesson: Facts & { absent: number; marks: number },
  state: LessonState,
  { regulation }: Rules,
): string {
  if (state === 'ahead') return 'впереди';
  if (state === 'done') return 'заполнено';
  if (state === 'now') {
    return [lesson.attendanceTaken ? `нет ${lesson.absent}` : '', lesson.marks > 0 ? `отм. ${lesson.marks}` : '']
      .filter(Boolean)
      .join(', ');
  }
  const missing = missingParts(lesson, regulation).map((part) => absentParts[part]);
  return `нет ${missing.join(', ')}`;
}

/** «Вместо: Мухаметшин Р. И., доступ до 19.12»: the last day on which the substitute may write (C-24). */
export function substitutionWords(date: LocalDate, absent: PersonName | null, { regulation, moment }: Rules): string {
  if (!absent) return '';
  const { closesAt } = editWindow({ kind: 'lesson', by: 'substitute', lessonDate: date }, regulation, moment.timeZone);
  const lastDay = closesAt && localDateOf(new Date(closesAt.getTime() - 1), moment.timeZone);
  return [`Вместо: ${nameWithInitials(absent)}`, lastDay && `доступ до ${shortDate(lastDay)}`]
    .filter(Boolean)
    .join(', ');
}
