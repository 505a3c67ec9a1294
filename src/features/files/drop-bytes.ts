import { type Db, db } from '@/server/db';

/** The bytes of a removed file, or those that no file was made of; the database keeps those of any other. */
export async function dropBytes(tx: Db, key: string): Promise<void> {
  await tx.fileChunk.deleteMany({ where: { fileKey: key } });
}

/** Pieces a statement may delete: 128 MB. */
const portion = 500;

/** Bytes of uploads that broke off a day ago and more. @returns how many pieces went */
export async function dropOrphans(): Promise<number> {
  let dropped = 0;
  for (let last = portion; last === portion; dropped += last) {
    last = await db().$executeRaw`DELETE FROM file_chunk WHERE (file_key, ordinal) IN (
      SELECT c.file_key, c.ordinal FROM file_chunk c WHERE c.received_at < app_now() - interval '1 day'
        AND NOT EXISTS (SELECT 1 FROM lesson_file f WHERE f.key = c.file_key) LIMIT ${portion})`;
  }
  return dropped;
}
