import { loadHistory } from '@/features/journal/load-history';
import { Refusal } from '@/server/errors';
import { readRoute } from '@/server/http';
import { requireId } from '@/server/params';

/** `?lesson=&student=`: every value of a cell; without a student, of the lesson itself. */
export const GET = readRoute(async (actor, params, request) => {
  const query = new URL(request.url).searchParams;
  const student = query.get('student');
  const entries = await loadHistory(actor, {
    sectionId: requireId(params.sectionId),
    lessonId: requireId(query.get('lesson')),
    studentId: student === null ? null : requireId(student),
  });
  if (!entries) throw new Refusal('NOT_FOUND');
  return { entries };
});
