import type { Db } from '@/server/db';
import { Refusal } from '@/server/errors';

/** Who is named as the author of entries carried over works or worked here. @throws Refusal NOT_FOUND */
export async function assertStaff(tx: Db, ids: readonly number[]): Promise<void> {
  const people = [...new Set(ids)];
  if ((await tx.staffMember.count({ where: { id: { in: people } } })) < people.length) throw new Refusal('NOT_FOUND');
}
