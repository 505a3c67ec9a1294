import { z } from 'zod';
import { idField, nameField } from '@/features/institution/inputs';
import { defineCommand } from '@/server/command';
import { Refusal } from '@/server/errors';

const input = z.strictObject({ personId: idField, reason: nameField(200) });

/** Closes somebody's account with effect at his next click: every session is dead (T-006, R-013). @throws Refusal NOT_FOUND, INVALID for one's own */
export const blockAccount = defineCommand({
  name: 'accounts.block',
  permission: 'accounts.manage',
  input,
  period: 'none',
  stepUp: true,
  run: async ({ tx, actor, now, input: { personId, reason } }) => {
    if (personId === actor.personId) throw new Refusal('INVALID', { detail: 'свою учётную запись закрыть нельзя' });
    const account = await tx.account.findUnique({ where: { personId }, select: { id: true, blockedAt: true } });
    if (!account) throw new Refusal('NOT_FOUND');
    if (account.blockedAt) throw new Refusal('INVALID', { detail: 'учётная запись уже закрыта' });
    await tx.account.update({
      where: { personId },
      data: { blockedAt: now, blockReason: reason },
      select: { id: true },
    });
    await tx.session.updateMany({ where: { accountId: account.id, endedAt: null }, data: { endedAt: now } });
    const step = { entity: 'account', field: 'blocked', recordId: personId, before: null, after: reason };
    return { result: null, audit: { object: 'account', objectId: account.id, steps: [step] } };
  },
});
