import type { Actor } from '@/access/actor';
import { sectionsVisibleTo } from '@/access/scope';
import type { FileKind } from '@/domain/files/kinds';
import { nameWithInitials } from '@/domain/people/name';
import { db } from '@/server/db';
import type { FilePlace, LessonFileView } from './file-view';

/** The files of a lesson, oldest first; null when the lesson is not in the actor's sight. */
export async function loadLessonFiles(
  actor: Actor,
  { sectionId, lessonId }: FilePlace,
): Promise<LessonFileView[] | null> {
  const lesson = await db().lesson.findFirst({
    where: { id: lessonId, section: { AND: [{ id: sectionId }, sectionsVisibleTo(actor)] } },
    select: {
      files: {
        where: { removedAt: null },
        orderBy: { id: 'asc' },
        select: {
          ...{ key: true, part: true, name: true, kind: true, size: true, addedAt: true },
          addedBy: { select: { lastName: true, firstName: true, middleName: true } },
        },
      },
    },
  });
  if (!lesson) return null;
  return lesson.files.map(({ key, kind, addedAt, addedBy, ...file }) => ({
    ...file,
    id: key,
    kind: kind as FileKind,
    addedBy: nameWithInitials(addedBy),
    addedAt: addedAt.toISOString(),
  }));
}
