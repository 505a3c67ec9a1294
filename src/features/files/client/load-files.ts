import type { FilePlace, LessonFileView } from '../file-view';

/** Files of a lesson; null when they did not come. A refusal's body is let go, so that its connection serves the next request. */
export async function loadFiles({ sectionId, lessonId }: FilePlace): Promise<readonly LessonFileView[] | null> {
  try {
    const answer = await fetch(`/api/journal/${sectionId}/files?lesson=${lessonId}`);
    if (answer.ok) return ((await answer.json()) as { files: LessonFileView[] }).files;
    await answer.body?.cancel();
  } catch {
    // no connection: the same as no answer
  }
  return null;
}
