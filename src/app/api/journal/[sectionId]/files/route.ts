import { loadLessonFiles } from '@/features/files/load-lesson-files';
import { Refusal } from '@/server/errors';
import { readRoute } from '@/server/http';
import { requireId } from '@/server/params';

/** `?lesson=`: the files of a lesson and of its homework. */
export const GET = readRoute(async (actor, params, request) => {
  const files = await loadLessonFiles(actor, {
    sectionId: requireId(params.sectionId),
    lessonId: requireId(new URL(request.url).searchParams.get('lesson')),
  });
  if (!files) throw new Refusal('NOT_FOUND');
  return { files };
});
