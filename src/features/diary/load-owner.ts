import type { Actor } from '@/access/actor';
import { db } from '@/server/db';
import { type DiaryHead, headSql, ownerOf } from './diary-head';
import { diaryReader } from './diary-reader';
import type { DiaryOwner } from './diary-view';

/** Whose diary it is, for pages of the diary that show nothing of journals; null when it is not in the actor's sight. */
export async function loadDiaryOwner(actor: Actor, studentId: number): Promise<DiaryOwner | null> {
  const reader = await diaryReader(actor, studentId);
  if (!reader) return null;
  const [row] = await db().$queryRaw<
    { head: DiaryHead }[]
  >`SELECT json_build_object(${headSql(reader, actor.today)}) AS head`;
  return row ? ownerOf(row.head, reader, actor.today) : null;
}
