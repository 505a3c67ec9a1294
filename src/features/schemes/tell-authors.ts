import type { Actor } from '@/access/actor';
import { addDays } from '@/domain/calendar/local-date';
import { publishNotices } from '@/features/notices/publish-notices';
import type { AuditStep } from '@/server/audit';
import type { Db } from '@/server/db';
import type { LockedScheme } from './lock-scheme';

/** Days on which start pages show what was decided. */
const shownDays = 7;

type Decision = { approve: boolean; at: Date };

/** Tells whoever writes the КТП or teaches by it what was decided; the remarks themselves stand on the approval sheet. */
export async function tellAuthors(
  { tx, actor }: { tx: Db; actor: Actor },
  scheme: LockedScheme,
  { approve, at }: Decision,
): Promise<AuditStep[]> {
  const teachers = await tx.teachingAssignment.findMany({
    where: {
      sectionId: { in: [...scheme.sections] },
      OR: [{ endsOn: null }, { endsOn: { gte: new Date(actor.today) } }],
    },
    select: { teacherId: true },
  });
  const personIds = new Set([scheme.authorId, ...teachers.map(({ teacherId }) => teacherId)]);
  personIds.delete(actor.personId);
  const draft = {
    title: approve ? 'КТП утверждено' : 'КТП возвращено с замечаниями',
    text: approve
      ? `«${scheme.title}»: журналы ведутся по нему. Изменить его можно новой версией.`
      : `«${scheme.title}»: замечания стоят в листе согласования на странице КТП. Исправьте и отправьте снова.`,
    shownUntil: addDays(actor.today, shownDays),
    groups: [],
    personIds: [...personIds].sort((one, other) => one - other),
  };
  return publishNotices(tx, [draft], { by: actor.personId, at });
}
