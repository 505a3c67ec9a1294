import type { FileKind, FilePart } from '@/domain/files/kinds';

/** A lesson of a journal, to which files belong. */
export type FilePlace = { sectionId: number; lessonId: number };

/** A file as the lesson's card lists it; `id` is the random one of its address. */
export type LessonFileView = {
  id: string;
  part: FilePart;
  name: string;
  kind: FileKind;
  /** Bytes. */
  size: number;
  /** «Хабибуллина Г. Р.» */
  addedBy: string;
  addedAt: string;
};

/** Where a file is downloaded. */
export function fileHref(id: string): string {
  return `/api/files/${id}`;
}
