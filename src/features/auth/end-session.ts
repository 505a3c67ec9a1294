import { z } from 'zod';
import { defineCommand } from '@/server/command';

/** Signs the actor out, whatever his roles: the session is dead at once, also in a copy of the cookie (T-006). */
export const endSession = defineCommand({
  name: 'session.end',
  permission: 'public',
  beforeOwnPassword: true,
  period: 'none',
  input: z.strictObject({}),
  run: async ({ tx, actor, now }) => {
    if (actor.sessionId === null) return { result: null, audit: [] };
    await tx.session.updateMany({ where: { id: actor.sessionId, endedAt: null }, data: { endedAt: now } });
    return { result: null, audit: { object: 'session', objectId: actor.sessionId, steps: [] } };
  },
});
