import { fileLimits } from '@/domain/files/kinds';
import type { Db } from '@/server/db';
import { Refusal } from '@/server/errors';

const megabytes = (bytes: number) => Math.ceil(bytes / (1024 * 1024));

/** What a person keeps in files that are still there, with `more` bytes, is at most 200 MB (T-047). @throws Refusal FILE_REFUSED */
export async function assertWithinQuota(db: Db, personId: number, more: number): Promise<void> {
  const kept = await db.lessonFile.aggregate({ where: { addedById: personId, removedAt: null }, _sum: { size: true } });
  const used = kept._sum.size ?? 0;
  if (used + more <= fileLimits.person) return;
  throw new Refusal('FILE_REFUSED', {
    detail: `Ваши файлы занимают ${megabytes(used)} МБ из ${megabytes(fileLimits.person)}, этот уже не поместится; удалите ненужные`,
  });
}
