import type { Actor } from '@/access/actor';
import { refuseFilling } from '@/access/policies';
import { assertVisible, lessonOf, loadSectionContext } from '@/features/journal/section-context';
import type { PeriodKey } from '@/server/command';
import type { Db } from '@/server/db';
import { Refusal } from '@/server/errors';
import type { FilePlace } from './file-view';

/** The period that a change of the lesson's files touches. @throws Refusal NOT_FOUND for a lesson out of sight (T-022) */
export async function periodsOfPlace(args: { tx: Db; actor: Actor }, place: FilePlace): Promise<PeriodKey[]> {
  const { sectionId, lessonId } = place;
  await assertVisible(args, sectionId);
  const lesson = await args.tx.lesson.findFirst({
    where: { id: lessonId, sectionId },
    select: { groupId: true, periodId: true },
  });
  if (!lesson) throw new Refusal('NOT_FOUND');
  return [{ ...lesson, sectionId }];
}

/** Files are changed by whoever may write the lesson's homework now, within the same window (R-069, G-05). @throws Refusal */
export async function assertMayChange(args: { tx: Db; actor: Actor; now: Date }, place: FilePlace): Promise<void> {
  const context = await loadSectionContext(args, place.sectionId, [place.lessonId]);
  const refusal = refuseFilling(args.actor, lessonOf(context, place.lessonId), context.regulation);
  if (refusal) throw new Refusal(refusal);
}
