import { type Actor, canAny } from '@/access/actor';
import { db } from '@/server/db';
import { listSections, type SectionLink } from './list-sections';

export type JournalList = {
  years: { id: number; name: string }[];
  year: { id: number; name: string } | null;
  groups: { name: string; sections: SectionLink[] }[];
};

/** Journals in the actor's sight of a year (default: the year of today), by group, or of one group. Null without the right to any. */
export async function loadJournalList(
  actor: Actor,
  { yearId, groupId }: { yearId?: number | undefined; groupId?: number | undefined } = {},
): Promise<JournalList | null> {
  if (!canAny(actor, ['journal.viewOwn', 'journal.viewCurated', 'journal.viewDepartment', 'journal.viewAll']))
    return null;
  const all = await db().academicYear.findMany({
    where: { startsOn: { lte: new Date(actor.today) } },
    orderBy: { startsOn: 'desc' },
    select: { id: true, name: true },
  });
  const year = yearId === undefined ? all[0] : all.find(({ id }) => id === yearId);
  if (yearId !== undefined && !year) return null;
  if (!year) return { years: [], year: null, groups: [] };
  const byGroup = new Map<string, SectionLink[]>();
  for (const section of await listSections(actor, { yearId: year.id, groupId })) {
    byGroup.set(section.group, [...(byGroup.get(section.group) ?? []), section]);
  }
  return { years: all, year, groups: [...byGroup].map(([name, sections]) => ({ name, sections })) };
}
