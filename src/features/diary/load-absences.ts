import type { Actor } from '@/access/actor';
import { missedHours } from '@/domain/attendance/missed-hours';
import type { AbsenceCode } from '@/domain/regulation/regulation';
import type { LocalDate } from '@/domain/types';
import type { AbsenceDay, AbsenceSign, DiaryAbsences, DiaryOwner } from './diary-view';
import { missedLesson } from './diary-words';
import { type OpenedPeriod, openPeriod } from './open-period';

type Missed = AbsenceDay['lessons'][number] & { date: LocalDate };

/** Absences and latenesses of a period by code, month and day; null when not in sight or not shown (C-25). */
export async function loadAbsences(
  actor: Actor,
  studentId: number,
  periodId?: number,
): Promise<{ owner: DiaryOwner; absences: DiaryAbsences } | null> {
  const opened = await openPeriod(actor, studentId, { periodId });
  if (!opened?.shows('attendance')) return null;
  const { owner, read, regulation, tabs } = opened;
  const { codes } = regulation.attendance;
  const missed = missedLessons(opened, codes);
  return {
    owner,
    absences: {
      studentId,
      periods: tabs,
      missedHours: missedHours(read.attendance, codes).total,
      byCode: byCode(missed),
      byMonth: byMonth(missed, opened, actor.today),
      days: byDay(missed),
    },
  };
}

/** Oldest first; a code that costs no hours counts none. */
function missedLessons({ read }: OpenedPeriod, codes: readonly AbsenceCode[]): Missed[] {
  const courses = new Map(read.sections.map(({ id, course }) => [id, course]));
  return read.attendance.flatMap((lesson) => {
    const missed = missedLesson(lesson, codes);
    if (!missed) return [];
    const { lessonId, classPeriod, date, sectionId } = lesson;
    return { id: lessonId, classPeriod, date, course: courses.get(sectionId) ?? '', ...missed };
  });
}

function byCode(missed: readonly Missed[]): DiaryAbsences['byCode'] {
  const sums = new Map<string, { sign: AbsenceSign; hours: number; lessons: number }>();
  for (const { sign, hours } of missed) {
    const sum = sums.get(sign.symbol) ?? { sign, hours: 0, lessons: 0 };
    sums.set(sign.symbol, { sign, hours: sum.hours + hours, lessons: sum.lessons + 1 });
  }
  return [...sums.values()].sort((one, other) => other.hours - one.hours || other.lessons - one.lessons);
}

/** Every month of the period that has begun, also those without absences. */
function byMonth(missed: readonly Missed[], { period }: OpenedPeriod, today: LocalDate): DiaryAbsences['byMonth'] {
  if (!period) return [];
  const last = (period.endsOn < today ? period.endsOn : today).slice(0, 7);
  const months: { month: LocalDate; hours: number }[] = [];
  for (let month = period.startsOn.slice(0, 7); month <= last; month = nextMonth(month)) {
    const own = missed.filter(({ date }) => date.startsWith(month));
    months.push({ month: `${month}-01`, hours: own.reduce((sum, { hours }) => sum + hours, 0) });
  }
  return months;
}

function nextMonth(month: string): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`;
}

function byDay(missed: readonly Missed[]): AbsenceDay[] {
  const dates = [...new Set(missed.map(({ date }) => date))].sort().reverse();
  return dates.map((date) => ({
    date,
    lessons: missed.filter((lesson) => lesson.date === date).map(({ date: _, ...lesson }) => lesson),
  }));
}
