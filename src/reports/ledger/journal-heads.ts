import { journalKindOf } from '@/domain/journal/journal-kind';
import type { Db } from '@/server/db';
import { journalHead } from '@/texts/journal-kinds';

type Place = { groupId: number; yearId: number };

/** Heads of a group's journals whose form differs from that of theory, by the journal's id. */
export async function journalHeads(
  tx: Db,
  { groupId, yearId }: Place,
  course: string,
): Promise<Record<string, string>> {
  const sections = await tx.courseSection.findMany({
    where: { groupId, yearId },
    orderBy: { id: 'asc' },
    select: {
      id: true,
      item: {
        select: {
          index: true,
          course: { select: { kind: true } },
          terms: { select: { hours: true, practical: true, laboratory: true } },
        },
      },
    },
  });
  return Object.fromEntries(
    sections.flatMap(({ id, item }) => {
      const kind = journalKindOf(item.course.kind, item.terms);
      return kind === 'theory' ? [] : [[String(id), journalHead(kind, item.index, course)]];
    }),
  );
}
