import { type Actor, can, canAny } from '@/access/actor';
import { fullName, nameWithInitials } from '@/domain/people/name';
import { db } from '@/server/db';
import type { MismatchKind } from '@/server/prisma/enums';
import { fullDateTime } from '@/texts/format';

export type MismatchLine = {
  id: number;
  groupId: number;
  group: string;
  student: string | null;
  kind: MismatchKind;
  text: string;
  /** «Ганеева Л. Р., 14.10.2026, 12:00» */
  source: string;
  answer: { reply: string; source: string } | null;
  maySettle: boolean;
};

/**
 * What curators have told of the lists: for the study office of all groups, for a curator of the own ones. Unanswered
 * ones first; `groupId` keeps to one group.
 */
export async function loadMismatches(actor: Actor, groupId: number | null = null): Promise<MismatchLine[]> {
  const settles = canAny(actor, ['orders.enter', 'people.enter']);
  if (!settles && !can(actor, 'people.enterCurated')) return [];
  const own = settles ? {} : { groupId: { in: [...actor.curates] } };
  const name = { select: { lastName: true, firstName: true, middleName: true } } as const;
  const rows = await db().contingentMismatch.findMany({
    where: { AND: [own, groupId === null ? {} : { groupId }] },
    orderBy: [{ settledAt: { sort: 'desc', nulls: 'first' } }, { id: 'desc' }],
    take: 100,
    select: {
      ...{ id: true, groupId: true, kind: true, text: true, createdAt: true, reply: true, settledAt: true },
      ...{ group: { select: { name: true } }, author: name, settledBy: name, student: { select: { person: name } } },
    },
  });
  return rows.map(({ group, student, author, settledBy, createdAt, settledAt, reply, ...row }) => ({
    ...row,
    group: group.name,
    student: student ? fullName(student.person) : null,
    source: `${nameWithInitials(author)}, ${fullDateTime(createdAt, actor.timeZone)}`,
    answer:
      settledBy && settledAt
        ? { reply, source: `${nameWithInitials(settledBy)}, ${fullDateTime(settledAt, actor.timeZone)}` }
        : null,
    maySettle: settles && settledAt === null,
  }));
}
