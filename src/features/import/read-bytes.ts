import type { Db } from '@/server/db';
import { Refusal } from '@/server/errors';

/** The bytes of a table that was brought. @throws Refusal NOT_FOUND when its day is over */
export async function readBytes(db: Db, fileKey: string): Promise<Uint8Array> {
  const pieces = await db.fileChunk.findMany({
    where: { fileKey },
    orderBy: { ordinal: 'asc' },
    select: { bytes: true },
  });
  if (pieces.length === 0) throw new Refusal('NOT_FOUND');
  return Buffer.concat(pieces.map(({ bytes }) => bytes));
}
