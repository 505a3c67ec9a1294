import { z } from 'zod';
import { parseId } from '@/server/params';

export const visitDays = [7, 14, 30] as const;

const search = z.object({
  days: z.enum(['7', '14', '30']).default('30'),
  view: z.enum(['reminders']).optional(),
});

type Raw = Promise<Record<string, string | string[] | undefined>>;

/** Path and query of the page of parents; null for what no link of ours leads to. */
export async function visitsAddress(params: Promise<{ groupId: string }>, query: Raw) {
  const groupId = parseId((await params).groupId);
  const parsed = search.safeParse(await query);
  if (groupId === null || !parsed.success) return null;
  return { groupId, days: Number(parsed.data.days), reminders: parsed.data.view === 'reminders' };
}
