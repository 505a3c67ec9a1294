import { parseId } from '@/server/params';

/** `?year=` of a page: undefined without one, null for what is no id of ours. */
export function yearQuery(value: string | string[] | undefined): number | null | undefined {
  if (value === undefined) return undefined;
  return typeof value === 'string' ? parseId(value) : null;
}
