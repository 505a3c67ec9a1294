import type { Actor } from '@/access/actor';
import { groupsVisibleTo } from '@/access/scope';
import { type Db, db } from '@/server/db';

/** Whether the group's papers are in the actor's sight. */
export async function isGroupVisible(actor: Actor, groupId: number, reader: Db = db()): Promise<boolean> {
  const found = await reader.studentGroup.findFirst({
    where: { AND: [{ id: groupId }, groupsVisibleTo(actor)] },
    select: { id: true },
  });
  return found !== null;
}
