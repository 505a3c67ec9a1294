import { type Actor, can } from '@/access/actor';
import { sectionsVisibleTo } from '@/access/scope';
import { scaleOf } from '@/domain/grading/scale';
import type { Regulation } from '@/domain/regulation/regulation';
import type { GradeScale } from '@/domain/types';
import type { Db } from '@/server/db';
import { Refusal } from '@/server/errors';
import { regulationOfPeriod } from '@/server/regulation';
import { lockSection } from './lock-section';
import type { StoredLesson } from './write-lessons';

/** What a write into a journal needs to know of it. */
export type SectionContext = {
  tx: Db;
  actor: Actor;
  now: Date;
  regulation: Regulation;
  section: {
    id: number;
    groupId: number;
    subgroupId: number | null;
    schemeId: number | null;
    courseId: number;
    scale: GradeScale;
  };
  lessons: ReadonlyMap<number, StoredLesson>;
};

/** Says nothing of a section out of sight, not even that its period is locked (T-022). @throws Refusal NOT_FOUND */
export async function assertVisible({ tx, actor }: { tx: Db; actor: Actor }, sectionId: number): Promise<void> {
  if (actor.teaches.includes(sectionId) || actor.substitutes.some((lesson) => lesson.sectionId === sectionId)) return;
  const seen = await tx.courseSection.findFirst({
    where: { AND: [{ id: sectionId }, sectionsVisibleTo(actor)] },
    select: { id: true },
  });
  if (!seen) throw new Refusal('NOT_FOUND');
}

/**
 * Loads section and lessons as a set. A section out of sight or a lesson of another section is NOT_FOUND (T-022, T-023).
 * `gradedPeriods`: periods whose grades are written too.
 */
export async function loadSectionContext(
  args: { tx: Db; actor: Actor; now: Date },
  sectionId: number,
  lessonIds: readonly number[],
  gradedPeriods: readonly number[] = [],
): Promise<SectionContext> {
  const isImport = args.actor.kind === 'system' && can(args.actor, 'journal.import');
  if (!isImport) await assertVisible(args, sectionId);
  const found = await lockSection(args.tx, sectionId, lessonIds, gradedPeriods);
  if (!found) throw new Refusal('NOT_FOUND');
  const { lessons, periods, ofYear, livedUnder, passFail, yearOfStudy, ...section } = found;
  if (ofYear && !isImport)
    throw new Refusal('INVALID', { detail: 'За год оценка в журнале не ставится, поставьте её за период' });
  if (periods.length === 0 || gradedPeriods.some((period) => !periods.includes(period))) throw new Refusal('NOT_FOUND');
  const foreign = lessons.length !== lessonIds.length || lessons.some((lesson) => lesson.sectionId !== sectionId);
  if (foreign) throw new Refusal('NOT_FOUND');
  if (lessons.some((lesson) => lesson.state === 'cancelled')) {
    throw new Refusal('INVALID', { detail: 'Занятие отменено, записи в нём не ведутся' });
  }
  const regulation = await regulationToWriteBy(args, [...lessons.map((one) => one.regulationId), ...livedUnder]);
  return {
    ...args,
    regulation,
    section: { ...section, scale: scaleOf(passFail, yearOfStudy, regulation) },
    lessons: new Map(lessons.map((lesson) => [lesson.id, lesson])),
  };
}

/** A locked period that is open again is written by the regulation under which it was lived, any other by today's (G-05). */
function regulationToWriteBy({ tx, actor }: { tx: Db; actor: Actor }, lived: readonly (number | null)[]) {
  const [version, other] = new Set(lived.map((id) => id ?? actor.regulationId));
  if (other !== undefined) {
    throw new Refusal('INVALID', { detail: 'Периоды, которые велись по разным положениям, записывают отдельно' });
  }
  return regulationOfPeriod(actor, version, tx);
}

/** The lesson of an edit; the context holds all lessons of the batch. @throws Refusal NOT_FOUND */
export function lessonOf(context: SectionContext, lessonId: number): StoredLesson {
  const lesson = context.lessons.get(lessonId);
  if (!lesson) throw new Refusal('NOT_FOUND');
  return lesson;
}
