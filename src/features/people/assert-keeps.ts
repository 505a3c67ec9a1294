import type { Actor } from '@/access/actor';
import { cardsKeptBy } from '@/access/people-scope';
import type { Db } from '@/server/db';
import { Refusal } from '@/server/errors';

/** A card that the actor does not keep is not there for them. @throws Refusal NOT_FOUND */
export async function assertKeeps(tx: Db, actor: Actor, studentId: number): Promise<void> {
  const found = await tx.student.count({ where: { AND: [{ id: studentId }, cardsKeptBy(actor)] } });
  if (found === 0) throw new Refusal('NOT_FOUND');
}
