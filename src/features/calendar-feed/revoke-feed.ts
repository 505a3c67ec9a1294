import { z } from 'zod';
import { defineCommand } from '@/server/command';

/** Takes the actor's link to the timetable back; without one nothing happens (T-034). */
export const revokeFeed = defineCommand({
  name: 'calendar-feed.revoke',
  permission: ['timetable.view', 'diary.viewOwn'],
  input: z.strictObject({}),
  period: 'none',
  run: async ({ tx, actor: { personId }, now }) => {
    const feeds = await tx.calendarFeed.updateManyAndReturn({
      where: { personId, revokedAt: null },
      data: { revokedAt: now },
      select: { id: true },
    });
    const steps = feeds.map(({ id }) => ({
      ...{ entity: 'calendarFeed', field: 'deleted', recordId: id, before: 'ссылка выдана', after: null },
    }));
    return { result: { revoked: feeds.length }, audit: { object: 'calendarFeed', objectId: null, steps } };
  },
});
