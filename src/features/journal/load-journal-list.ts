import { type Actor, canAny } from '@/access/actor';
import { type JournalKind, journalKinds } from '@/domain/journal/journal-kind';
import { db } from '@/server/db';
import { listSections, type SectionLink } from './list-sections';

export type JournalList = {
  years: { id: number; name: string }[];
  year: { id: number; name: string } | null;
  /** Kinds that there are, and the one that is asked for. */
  kinds: readonly JournalKind[];
  kind: JournalKind | null;
  groups: { name: string; sections: SectionLink[] }[];
};

export type JournalQuery = {
  yearId?: number | undefined;
  groupId?: number | undefined;
  kind?: JournalKind | null;
};

/** Journals in the actor's sight of a year (default: the year of today), by group, or of one group, or of one kind. Null without the right to any. */
export async function loadJournalList(
  actor: Actor,
  { yearId, groupId, kind = null }: JournalQuery = {},
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
  if (!year) return { years: [], year: null, kinds: [], kind, groups: [] };
  const byGroup = new Map<string, SectionLink[]>();
  const sections = await listSections(actor, { yearId: year.id, groupId });
  for (const section of sections.filter((one) => kind === null || one.kind === kind)) {
    byGroup.set(section.group, [...(byGroup.get(section.group) ?? []), section]);
  }
  const groups = [...byGroup].map(([name, own]) => ({ name, sections: own }));
  return {
    years: all,
    year,
    kinds: journalKinds.filter((one) => sections.some((section) => section.kind === one)),
    kind,
    groups,
  };
}
