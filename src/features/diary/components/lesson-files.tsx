import type { FilePart } from '@/domain/files/kinds';
import { fileHref } from '@/features/files/file-view';
import { fileSize } from '@/texts/file-size';
import type { DiaryLesson } from '../diary-view';

/** Files of the lesson or of its homework, to download. */
export function LessonFiles({ lesson, part }: { lesson: DiaryLesson; part: FilePart }) {
  const files = lesson.files?.filter((file) => file.part === part) ?? [];
  return files.map(({ id, name, size }) => (
    <p key={id} className="lesson-file">
      <a href={fileHref(id)} download={name}>
        {name}
      </a>{' '}
      {fileSize(size)}
    </p>
  ));
}
