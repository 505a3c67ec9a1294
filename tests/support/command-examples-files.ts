import { createHash } from 'node:crypto';
import type { Example } from './command-example';
import type { World } from './world';

const bytes = Buffer.from('§ 3, вопросы 1–5');
const key = 'an-upload-of-the-tests';

/** A file of today's lesson comes and goes; its bytes have been received before (`prepareUpload`). */
export function fileExamples({ college }: World): Example[] {
  const place = { sectionId: college.sections.algorithms, lessonId: college.lessons.today };
  const hash = createHash('sha256').update(bytes).digest('hex');
  const file = { part: 'homework', name: 'вопросы.txt', kind: 'txt', size: bytes.length, hash };
  return [
    { name: 'files.attach', who: 'gulnara', input: { ...place, ...file, key } },
    { name: 'files.remove', who: 'gulnara', input: { key } },
  ];
}

export async function prepareUpload({ owner }: World): Promise<void> {
  const receivedAt = new Date('2026-10-14T08:00:00Z');
  await owner.fileChunk.create({ data: { fileKey: key, ordinal: 0, bytes: new Uint8Array(bytes), receivedAt } });
}
