import { z } from 'zod';
import { idField } from '@/features/institution/inputs';
import { defineCommand } from '@/server/command';
import { Refusal } from '@/server/errors';

/** Opens a closed account; its password is the former one. @throws Refusal NOT_FOUND, INVALID for an open one */
export const unblockAccount = defineCommand({
  name: 'accounts.unblock',
  permission: 'accounts.manage',
  input: z.strictObject({ personId: idField }),
  period: 'none',
  stepUp: true,
  run: async ({ tx, input: { personId } }) => {
    const account = await tx.account.findUnique({
      where: { personId },
      select: { id: true, blockedAt: true, blockReason: true },
    });
    if (!account) throw new Refusal('NOT_FOUND');
    if (!account.blockedAt) throw new Refusal('INVALID', { detail: 'учётная запись открыта' });
    await tx.account.update({
      where: { personId },
      data: { blockedAt: null, blockReason: null },
      select: { id: true },
    });
    const before = account.blockReason ?? '';
    const step = { entity: 'account', field: 'blocked', recordId: personId, before, after: null };
    return { result: null, audit: { object: 'account', objectId: account.id, steps: [step] } };
  },
});
