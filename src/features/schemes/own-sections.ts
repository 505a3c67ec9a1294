import type { Actor } from '@/access/actor';
import type { Db } from '@/server/db';

/** Journals of open years that the actor teaches now or will: a КТП is written before its first lesson. */
export async function ownSections(db: Db, actor: Actor): Promise<number[]> {
  const today = new Date(actor.today);
  const rows = await db.teachingAssignment.findMany({
    where: {
      teacherId: actor.personId,
      OR: [{ endsOn: null }, { endsOn: { gte: today } }],
      section: { year: { closedAt: null, endsOn: { gte: today } } },
    },
    select: { sectionId: true },
  });
  return [...new Set(rows.map(({ sectionId }) => sectionId))];
}
