import type { Actor } from '@/access/actor';
import { addDays } from '@/domain/calendar/local-date';
import { isLate, periodMarksDeadline } from '@/domain/deadlines/deadlines';
import { startOfDay } from '@/domain/deadlines/zone';
import { lessonEntryIsLate, markIsLate } from '@/domain/journal/lateness';
import { nameWithInitials } from '@/domain/people/name';
import type { Regulation } from '@/domain/regulation/regulation';
import type { LocalDate } from '@/domain/types';
import { fieldInWords, valueInWords } from '@/features/journal/history-words';
import { db } from '@/server/db';
import { regulationOfPeriod } from '@/server/regulation';
import { recordSecurity } from '@/server/security-log';
import { isGroupVisible } from '../ledger/visible-group';
import { type AccessParams, lastWeek } from './access-params';
import { type ReadAccess, readAccess } from './read-access';

/** More lines than this are no paper: the days are to be narrowed. */
const most = 2000;

export type AccessLine = {
  at: Date;
  by: string;
  course: string;
  /** «07.10.2026, Ветвления» or the period of a grade. */
  lesson: { date: LocalDate | null; words: string };
  student: string;
  what: string;
  before: string | null;
  after: string | null;
  late: boolean;
};

export type AccessData = {
  institution: string;
  group: string;
  /** Days of the entries; null where a whole period is asked for. */
  days: { from: LocalDate; to: LocalDate } | null;
  lines: readonly AccessLine[];
  /** Earlier changes that are not listed. */
  omitted: number;
};

/** Who changed what in a group's journals; null when it is not in sight. Reading it leaves a line of its own (T-078). */
export async function loadAccess(actor: Actor, params: AccessParams): Promise<AccessData | null> {
  if (!(await isGroupVisible(actor, params.group))) return null;
  const { group: groupId, section = null, teacher = null, period = null } = params;
  const whole = period !== null && params.from === undefined && params.to === undefined;
  const days = whole ? null : { from: params.from ?? lastWeek(params.to ?? actor.today), to: params.to ?? actor.today };
  const since = days && startOfDay(days.from, actor.timeZone);
  const until = days && startOfDay(addDays(days.to, 1), actor.timeZone);
  const [institution, group, read] = await Promise.all([
    db().institution.findUniqueOrThrow({ where: { id: 1 }, select: { name: true } }),
    db().studentGroup.findUniqueOrThrow({
      where: { id: groupId },
      select: {
        name: true,
        periods: { where: { periodId: period ?? 0 }, select: { periodId: true } },
        sections: { where: { id: section ?? 0 }, select: { id: true } },
      },
    }),
    readAccess(db(), { groupId, section, teacher, period, since, until }, most),
  ]);
  if (period !== null && group.periods.length === 0) return null;
  if (section !== null && group.sections.length === 0) return null;
  await noteReading(actor, groupId);
  const lines: AccessLine[] = [];
  for (const step of read) {
    const line = lineOf(step, await regulationOfPeriod(actor, step.regulationId), actor.timeZone);
    if (line) lines.push(line);
  }
  return {
    institution: institution.name,
    group: group.name,
    days,
    lines,
    omitted: (read[0]?.total ?? 0) - read.length,
  };
}

async function noteReading({ personId, sessionId }: Actor, groupId: number): Promise<void> {
  const session =
    sessionId === null
      ? null
      : await db().session.findUnique({ where: { id: sessionId }, select: { address: true, device: true } });
  const from = session ?? { address: '', device: '' };
  await recordSecurity({ kind: 'auditRead', personId, sessionId, ...from, detail: `journal-access ${groupId}` });
}

function lineOf(step: ReadAccess, regulation: Regulation, timeZone: string): AccessLine | null {
  const what = fieldInWords(step);
  if (what === null) return null;
  const words = { regulation, topicNo: new Map<string, number>(), names: new Map<string, string>() };
  const [before, after] = [valueInWords(step, step.before, words), valueInWords(step, step.after, words)];
  if (before === null && after === null) return null;
  return {
    ...{ at: step.at, course: step.course, what, before, after },
    by: step.person ? nameWithInitials(step.person) : 'Ведомость',
    lesson: { date: step.date, words: step.date === null ? step.period : step.topic },
    student: step.student ? nameWithInitials(step.student) : '',
    late: isEnteredLate(step, regulation, timeZone),
  };
}

/** Against the term of what was entered; a reason has none of its own, and what is only taken away is not late. */
function isEnteredLate({ at, date, ...step }: ReadAccess, regulation: Regulation, timeZone: string): boolean {
  if (step.after === null) return false;
  switch (`${step.entity} ${step.field}`) {
    case 'grade value':
      return isLate(at, periodMarksDeadline(step.periodEnd, regulation.deadlines, timeZone));
    case 'mark value':
      return markIsLate({ enteredAt: at, lessonDate: date ?? '', taskType: step.taskType ?? '' }, regulation, timeZone);
    case 'attendance presence':
    case 'lesson topic':
    case 'lesson homework':
      return lessonEntryIsLate(at, date ?? '', regulation, timeZone);
    default:
      return false;
  }
}
