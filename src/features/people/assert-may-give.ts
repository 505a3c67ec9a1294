import { type Actor, can } from '@/access/actor';
import type { Role } from '@/access/permissions';
import type { Db } from '@/server/db';
import { Refusal } from '@/server/errors';

/**
 * A position that brings the keeping of accounts or of rights is given and taken by who has it; the others by whoever enters
 * people (R-003, C-12). The table of rights decides which those are. @throws Refusal FORBIDDEN
 */
export async function assertMayGive(tx: Db, actor: Actor, roles: readonly Role[]): Promise<void> {
  if (can(actor, 'accounts.manage')) return;
  const strong = { role: { in: [...roles] }, permission: { in: ['accounts.manage', 'rights.edit'] } };
  if (roles.includes('admin') || (await tx.rolePermission.count({ where: strong })) > 0) {
    throw new Refusal('FORBIDDEN', { detail: 'такую должность назначает и снимает администратор' });
  }
}
