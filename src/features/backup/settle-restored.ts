import { z } from 'zod';
import { defineCommand } from '@/server/command';

const words = 'прервано: база восстановлена из копии';

/**
 * First act in a restored database: sign-ins and trusted browsers of the old machine end, jobs that were under way there do not go
 * on here, and the history says from which file the data came (T-112).
 */
export const settleRestored = defineCommand({
  name: 'backup.settle-restored',
  permission: 'backup.manage',
  input: z.strictObject({ fileName: z.string().max(200), madeAt: z.iso.datetime() }),
  period: 'none',
  run: async ({ tx, now, input: { fileName, madeAt } }) => {
    const { count: sessions } = await tx.session.updateMany({
      where: { endedAt: null, expiresAt: { gt: now } },
      data: { endedAt: now },
    });
    await tx.knownDevice.deleteMany({});
    const { count: jobs } = await tx.backgroundJob.updateMany({
      where: { state: { in: ['queued', 'running'] } },
      data: { state: 'cancelled', claim: null, claimedUntil: null, finishedAt: now, note: words },
    });
    const step = (field: string, before: string | null, after: string) => ({
      entity: 'database',
      field,
      before,
      after,
    });
    const steps = [step('restoredFrom', null, fileName), step('madeAt', null, madeAt)];
    return { result: { sessions, jobs }, audit: { object: 'database', objectId: null, steps } };
  },
});
