import type { Actor } from '@/access/actor';
import { applyEdits } from '@/features/journal/apply-edits';
import { type CellEdits, type CellEditsAnswer, cellEdits } from '@/features/journal/cell-edits';
import { checkLessonEdits } from '@/features/journal/check-edits';
import { loadSectionContext } from '@/features/journal/section-context';
import { auditEntries } from '@/features/journal/written';
import type { AuditEntry } from '@/server/audit';
import type { PeriodKey } from '@/server/command';
import type { Db } from '@/server/db';
import { Refusal } from '@/server/errors';

/** Attendance of lessons of several journals of one group. */
export type GroupCells = Pick<CellEdits, 'presences' | 'reasons'>;

/** New versions of what was written and newer values of others; the same shapes as a journal's own answer. */
export type GroupAnswer = Pick<CellEditsAnswer, 'savedAt' | 'presences' | 'reasons' | 'lessons' | 'conflicts'>;

type Args = { tx: Db; actor: Actor; now: Date };

/** The curator's own group, or nothing there is (T-022). @throws Refusal NOT_FOUND */
export function assertCurates(actor: Actor, groupId: number): void {
  if (!actor.curates.includes(groupId)) throw new Refusal('NOT_FOUND');
}

/** Journals and periods of the lessons. @throws Refusal NOT_FOUND for a lesson of another group */
export async function groupPeriods(tx: Db, groupId: number, lessonIds: readonly number[]): Promise<PeriodKey[]> {
  const ids = [...new Set(lessonIds)];
  const lessons = await tx.lesson.findMany({
    where: { id: { in: ids }, groupId },
    select: { groupId: true, periodId: true, sectionId: true },
  });
  if (lessons.length !== ids.length) throw new Refusal('NOT_FOUND');
  const keys = new Map(lessons.map((lesson) => [`${lesson.periodId} ${lesson.sectionId}`, lesson]));
  return [...keys.values()];
}

/**
 * Writes attendance of several journals through the journal's own checks and writes, journal by journal in one order and each
 * period by its regulation, so that curator and teacher meet in the same versions (C-01, T-083). Stale values are conflicts.
 */
export async function writeGroupCells(
  args: Args,
  groupId: number,
  cells: GroupCells,
): Promise<{ answer: GroupAnswer; audit: AuditEntry[] }> {
  const lessons = await args.tx.lesson.findMany({
    where: { id: { in: lessonIdsOf(cells) }, groupId },
    select: { id: true, sectionId: true, periodId: true },
    orderBy: [{ sectionId: 'asc' }, { periodId: 'asc' }],
  });
  const journalOf = new Map(lessons.map(({ id, sectionId, periodId }) => [id, `${sectionId} ${periodId}`]));
  const journals = new Map(lessons.map(({ id, sectionId }) => [journalOf.get(id), sectionId]));
  const savedAt = args.now.toISOString();
  const answer: GroupAnswer = { savedAt, presences: [], reasons: [], lessons: [], conflicts: [] };
  const audit: AuditEntry[] = [];
  for (const [journal, sectionId] of journals) {
    const ofJournal = ({ lessonId }: { lessonId: number }) => journalOf.get(lessonId) === journal;
    const presences = cells.presences.filter(ofJournal);
    const edits = cellEdits.parse({ sectionId, presences, reasons: cells.reasons.filter(ofJournal) });
    const context = await loadSectionContext(args, sectionId, lessonIdsOf(edits));
    checkLessonEdits(context, edits);
    const applied = await applyEdits(context, edits);
    answer.presences.push(...applied.answer.presences);
    answer.reasons.push(...applied.answer.reasons);
    answer.lessons.push(...applied.answer.lessons);
    answer.conflicts.push(...applied.answer.conflicts);
    audit.push(...auditEntries(sectionId, applied.steps, args.actor.personId));
  }
  return { answer, audit };
}

export function lessonIdsOf({ presences, reasons }: GroupCells): number[] {
  return [...new Set([...presences, ...reasons].map(({ lessonId }) => lessonId))].sort((one, other) => one - other);
}
