import { parseId } from '@/server/params';

type Raw = Promise<Record<string, string | string[] | undefined>>;

/** Path and query of the group's marks; null for what no link of ours leads to. */
export async function groupAddress(params: Promise<{ groupId: string }>, query: Raw) {
  const groupId = parseId((await params).groupId);
  const { period } = await query;
  if (groupId === null) return null;
  if (period === undefined) return { groupId, period: undefined };
  const id = typeof period === 'string' ? parseId(period) : null;
  return id === null ? null : { groupId, period: id };
}
