import { type Actor, can } from '@/access/actor';
import { db } from '@/server/db';
import { readYearWork, type YearWork } from './year-hold';

/** The work that goes on on a year, for whoever may start one. */
export async function loadYearWork(actor: Actor, yearId: number): Promise<{ work: YearWork | null } | null> {
  if (!can(actor, 'year.manage')) return null;
  return { work: await readYearWork(db(), yearId) };
}
