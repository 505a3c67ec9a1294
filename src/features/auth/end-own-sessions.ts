import { z } from 'zod';
import { idField } from '@/features/institution/inputs';
import { defineCommand } from '@/server/command';
import { Refusal } from '@/server/errors';

const input = z.strictObject({ sessionId: z.union([idField, z.enum(['all', 'others'])]) });

/** Ends one of one's own sessions, all others, or all: «выйти на всех устройствах» (T-009). @throws Refusal NOT_FOUND */
export const endOwnSessions = defineCommand({
  name: 'session.end-own',
  permission: 'public',
  beforeOwnPassword: true,
  input,
  period: 'none',
  run: async ({ tx, actor, now, input: { sessionId } }) => {
    if (actor.sessionId === null) throw new Refusal('UNAUTHENTICATED');
    const which = { all: {}, others: { id: { not: actor.sessionId } } };
    const ended = await tx.session.updateManyAndReturn({
      where: {
        account: { personId: actor.personId },
        endedAt: null,
        ...(typeof sessionId === 'number' ? { id: sessionId } : which[sessionId]),
      },
      data: { endedAt: now },
      select: { id: true },
    });
    if (ended.length === 0 && typeof sessionId === 'number') throw new Refusal('NOT_FOUND');
    const steps = ended.map(({ id }) => ({
      entity: 'session',
      field: 'ended',
      recordId: id,
      before: null,
      after: 'own',
    }));
    return { result: { ended: ended.length }, audit: { object: 'account', objectId: null, steps } };
  },
});
