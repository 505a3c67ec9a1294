import type { Actor } from '@/access/actor';
import { sectionsVisibleTo } from '@/access/scope';
import { type JournalKind, journalKindOf } from '@/domain/journal/journal-kind';
import { compareTitles } from '@/domain/people/name';
import { db } from '@/server/db';

export type SectionLink = {
  id: number;
  groupId: number;
  group: string;
  title: string;
  subgroup: string | null;
  kind: JournalKind;
  teachers: string[];
};

/** Journals in the actor's sight, by group and title; of one year, or of one group too. */
export async function listSections(
  actor: Actor,
  { yearId, groupId }: { yearId: number; groupId?: number | undefined },
): Promise<SectionLink[]> {
  const rows = await db().courseSection.findMany({
    where: { AND: [{ yearId, ...(groupId === undefined ? {} : { groupId }) }, sectionsVisibleTo(actor)] },
    select: {
      id: true,
      groupId: true,
      group: { select: { name: true } },
      subgroup: { select: { name: true } },
      item: {
        select: {
          index: true,
          course: { select: { name: true, kind: true } },
          terms: { select: { hours: true, practical: true, laboratory: true } },
        },
      },
      teachers: { select: { teacher: { select: { person: { select: { lastName: true } } } } } },
    },
  });
  return rows
    .map((row) => ({
      id: row.id,
      groupId: row.groupId,
      group: row.group.name,
      title: `${row.item.index} ${row.item.course.name}`,
      subgroup: row.subgroup?.name ?? null,
      kind: journalKindOf(row.item.course.kind, row.item.terms),
      teachers: row.teachers.map(({ teacher }) => teacher.person.lastName),
    }))
    .sort((one, other) => compareTitles(one.group, other.group) || compareTitles(one.title, other.title));
}
