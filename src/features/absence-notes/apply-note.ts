import type { Actor } from '@/access/actor';
import type { NoteSpan } from '@/domain/attendance/absence-note';
import { type ExcusePlan, planExcuse } from '@/domain/attendance/excuse-plan';
import type { AttendanceSettings } from '@/domain/regulation/regulation';
import type { LocalDate } from '@/domain/types';
import { type GroupCells, groupPeriods, lessonIdsOf, writeGroupCells } from '@/features/attendance/write-group-cells';
import type { AuditEntry } from '@/server/audit';
import type { PeriodKey } from '@/server/command';
import type { Db } from '@/server/db';
import { Refusal } from '@/server/errors';
import { regulationOf } from '@/server/regulation';
import { readLessons } from './read-lessons';

/** A reason for some days of a student; `note` stands beside it in the journal. */
export type Excuse = NoteSpan & { groupId: number; studentId: number; reason: string; note: string };

type Args = { tx: Db; actor: Actor; now: Date };

/** What became of it: lessons that got the reason, absences that kept another one, and whether days are still ahead. */
export type Excused = { lessons: number; kept: number; daysAhead: boolean };

/** Periods that the excuse writes into. */
export async function excusePeriods({ tx, actor }: Omit<Args, 'now'>, excuse: Excuse): Promise<PeriodKey[]> {
  return groupPeriods(tx, excuse.groupId, lessonIdsOf(cellsOf(await planOf(tx, actor, excuse), excuse)));
}

/** Writes the reasons through the journal's checks; a value that changes at this very moment comes back as a refusal. */
export async function applyExcuse(args: Args, excuse: Excuse): Promise<{ result: Excused; audit: AuditEntry[] }> {
  const plan = await planOf(args.tx, args.actor, excuse);
  const { answer, audit } = await writeGroupCells(args, excuse.groupId, cellsOf(plan, excuse));
  if (answer.conflicts.length > 0) throw new Refusal('CONFLICT');
  const daysAhead = excuse.endsOn > args.actor.today;
  return { result: { lessons: answer.reasons.length, kept: plan.kept, daysAhead }, audit };
}

/** A code of an absence that says a reason. @throws Refusal INVALID */
export function assertReason(reason: string, { codes }: AttendanceSettings): void {
  const code = codes.find(({ id }) => id === reason);
  const says = code && ['valid', 'sick', 'invalid'].includes(code.class);
  if (!says) throw new Refusal('INVALID', { fields: ['причина отсутствия'] });
}

async function planOf(tx: Db, actor: Actor, excuse: Excuse): Promise<ExcusePlan> {
  const { attendance } = await regulationOf(actor, tx);
  assertReason(excuse.reason, attendance);
  const today: LocalDate = actor.today;
  return planExcuse(await readLessons(tx, excuse), excuse, excuse.reason, { today, attendance });
}

function cellsOf(plan: ExcusePlan, { studentId, reason, note }: Excuse): GroupCells {
  return {
    presences: plan.presences.map(({ lessonId, presenceVersion }) => ({
      ...{ lessonId, studentId, version: presenceVersion },
      value: 'absent' as const,
    })),
    reasons: plan.reasons.map(({ lessonId, reasonVersion }) => ({
      ...{ lessonId, studentId, version: reasonVersion },
      ...{ value: reason, note },
    })),
  };
}
