import { z } from 'zod';
import { defineCommand } from '@/server/command';

/** The owner has looked at the new devices and knows them: the notice goes (T-009). */
export const acknowledgeDevices = defineCommand({
  name: 'account.acknowledge-devices',
  permission: 'public',
  input: z.strictObject({}),
  period: 'none',
  run: async ({ tx, actor, now }) => {
    await tx.account.updateMany({ where: { personId: actor.personId }, data: { securitySeenAt: now } });
    return { result: null, audit: { object: 'account', objectId: null, steps: [] } };
  },
});
