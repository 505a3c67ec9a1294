import { z } from 'zod';
import type { Actor } from '@/access/actor';
import { parseQuery } from '@/domain/search/parse-query';
import { Refusal } from '@/server/errors';
import { findDay } from './find-day';
import { findRecords } from './find-records';
import { maySearch } from './search-scope';
import type { SearchHit } from './search-view';

const typed = z
  .string()
  .trim()
  .max(80)
  .regex(/^\P{Cc}*$/u)
  .refine((text) => text.isWellFormed());

/**
 * What the actor may see of what was typed (T-028): groups, students, journals by words; lessons and attendance sheets by a
 * day. Fewer than two letters find nothing yet. @throws Refusal FORBIDDEN for whoever sees no journals, INVALID
 */
export async function loadSearch(actor: Actor, text: string, limit = 20): Promise<SearchHit[]> {
  if (!maySearch(actor)) throw new Refusal('FORBIDDEN');
  const parsed = typed.safeParse(text);
  if (!parsed.success) throw new Refusal('INVALID', { fields: ['q'] });
  const { date, ...query } = parseQuery(parsed.data, actor.today);
  if (date) return findDay(actor, { ...query, date }, limit);
  return query.words.join('').length < 2 ? [] : findRecords(actor, { ...query, date }, limit);
}
