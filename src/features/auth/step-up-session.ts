import { z } from 'zod';
import { defineCommand } from '@/server/command';
import { Refusal } from '@/server/errors';
import { verifyOwnPassword } from './own-password';

/** The password typed again in a session that lasts: dangerous acts are then allowed for ten minutes (T-011). @throws Refusal WRONG_PASSWORD, THROTTLED */
export const stepUpSession = defineCommand({
  name: 'session.step-up',
  permission: 'public',
  input: z.strictObject({ password: z.string().min(1).max(512) }),
  period: 'none',
  secret: true,
  prepare: ({ actor, input: { password }, meta }) => verifyOwnPassword(actor, password, meta),
  run: async ({ tx, actor, now }) => {
    if (actor.sessionId === null) throw new Refusal('UNAUTHENTICATED');
    await tx.session.update({ where: { id: actor.sessionId }, data: { passwordAt: now }, select: { id: true } });
    return { result: null, audit: { object: 'session', objectId: actor.sessionId, steps: [] } };
  },
});
