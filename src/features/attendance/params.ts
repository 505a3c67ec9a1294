import { z } from 'zod';
import { isLocalDate } from '@/domain/calendar/local-date';
import { parseId } from '@/server/params';

/** Years in which no college keeps an electronic journal are no dates of ours. */
const search = z.object({
  date: z
    .string()
    .refine((text) => isLocalDate(text) && text >= '1990-01-01' && text < '2100-01-01')
    .optional(),
});

type Raw = Promise<Record<string, string | string[] | undefined>>;

/** Path and query of the day sheet; null for what no link of ours leads to. */
export async function dayAddress(params: Promise<{ groupId: string }>, query: Raw) {
  const groupId = parseId((await params).groupId);
  const parsed = search.safeParse(await query);
  return groupId !== null && parsed.success ? { groupId, date: parsed.data.date } : null;
}
