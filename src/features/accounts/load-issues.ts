import { fullName, nameWithInitials } from '@/domain/people/name';
import { db } from '@/server/db';
import type { IssueLine } from './accounts-view';

const named = { select: { lastName: true, firstName: true, middleName: true } } as const;

/** Who gave whom credentials and when, the latest first: the issue log of these people. */
export async function loadIssues(personIds: readonly number[], most: number): Promise<IssueLine[]> {
  const rows = await db().credentialIssue.findMany({
    where: { personId: { in: [...personIds] } },
    orderBy: { id: 'desc' },
    take: most,
    select: {
      ...{ id: true, opened: true, person: named },
      batch: { select: { id: true, issuedAt: true, issuedBy: named } },
    },
  });
  return rows.map(({ id, opened, person, batch }) => ({
    ...{ id, opened, batch: batch.id, at: batch.issuedAt, to: fullName(person) },
    by: batch.issuedBy ? nameWithInitials(batch.issuedBy) : 'консоль сервера',
  }));
}
