import { z } from 'zod';
import { defineCommand } from '@/server/command';
import { Refusal } from '@/server/errors';
import { hashToken, newToken } from '@/server/session-token';

/**
 * Gives the actor a secret link to the own timetable; a former one stops working (T-034). Only its hash is kept: the answer shows it once.
 */
export const issueFeed = defineCommand({
  name: 'calendar-feed.issue',
  permission: ['timetable.view', 'diary.viewOwn'],
  input: z.strictObject({}),
  period: 'none',
  secret: true,
  run: async ({ tx, actor, now }) => {
    if (actor.personId === 0) throw new Refusal('NOT_FOUND');
    const token = newToken();
    const tokenHash = hashToken(token);
    if (!tokenHash) throw new Refusal('INTERNAL');
    const { personId } = actor;
    await tx.calendarFeed.updateMany({ where: { personId, revokedAt: null }, data: { revokedAt: now } });
    const data = { personId, tokenHash, createdAt: now };
    const { id } = await tx.calendarFeed.create({ data, select: { id: true } });
    const step = { entity: 'calendarFeed', field: 'created', recordId: id, before: null, after: 'ссылка выдана' };
    return {
      result: { path: `/calendar/${token}.ics` },
      audit: { object: 'calendarFeed', objectId: id, steps: [step] },
    };
  },
});
