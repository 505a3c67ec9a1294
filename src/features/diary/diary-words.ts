import { codeOf } from '@/domain/attendance/codes';
import type { AbsenceCode, Regulation } from '@/domain/regulation/regulation';
import type { AttendanceFact, LocalDate } from '@/domain/types';
import { shortDate } from '@/texts/format';
import type { AbsenceSign, DiaryDebt } from './diary-view';

type Work = { taskType: string; title: string };

/** The work's own title, else the name of its kind. */
export function workTitle({ taskType, title }: Work, { taskTypes }: Pick<Regulation, 'taskTypes'>): string {
  return title || (taskTypes.find(({ id }) => id === taskType)?.label ?? taskType);
}

/** A few words under a mark: «ПЗ № 18» of «ПЗ № 18. Двоичный поиск», «ответ на занятии». */
export function workInShort(work: Work, regulation: Pick<Regulation, 'taskTypes'>): string {
  const title = workTitle(work, regulation);
  const numbered = /^[^.«]{1,24}№\s?\d+/u.exec(title);
  if (numbered) return numbered[0];
  const [first = '', second = ''] = title;
  return second === second.toUpperCase() ? title : first.toLowerCase() + title.slice(1);
}

/** How an absence or lateness is shown; null for somebody who was there. */
export function absenceSign(fact: AttendanceFact, codes: readonly AbsenceCode[]): AbsenceSign | null {
  const code = codeOf(fact, codes);
  return code && { symbol: code.symbol, label: code.label, class: code.class };
}

/** The sign of a missed lesson with its academic hours, none where the code costs none (G-04). */
export function missedLesson(
  fact: AttendanceFact & { hours: number },
  codes: readonly AbsenceCode[],
): { sign: AbsenceSign; hours: number } | null {
  const sign = absenceSign(fact, codes);
  return sign && { sign, hours: codeOf(fact, codes)?.countsHours ? fact.hours : 0 };
}

export type DebtFacts = Work &
  AttendanceFact & {
    assignmentId: number;
    courseId: number;
    course: string;
    issuedOn: LocalDate;
    dueOn: LocalDate | null;
  };

/** A dot with its term; overdue from the day after it. `attended`: whether absences are shown at all. */
export function debtOf(facts: DebtFacts, regulation: Regulation, today: LocalDate, attended: boolean): DiaryDebt {
  const { assignmentId, courseId, course, issuedOn, dueOn } = facts;
  const sign = attended && facts.presence === 'absent' ? absenceSign(facts, regulation.attendance.codes) : null;
  return {
    assignmentId,
    courseId,
    course,
    title: workTitle(facts, regulation),
    issuedOn,
    dueOn,
    overdue: dueOn !== null && dueOn < today,
    note: sign ? `На занятии ${shortDate(issuedOn)}: ${sign.label}.` : '',
  };
}
