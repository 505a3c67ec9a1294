import type { AuditStep } from '@/server/audit';
import type { Db } from '@/server/db';
import { Refusal } from '@/server/errors';
import type { DataRequestState } from '@/server/prisma/enums';

/** The request, held until the commit. @throws Refusal NOT_FOUND */
export async function lockRequest(tx: Db, id: number) {
  await tx.$queryRaw`SELECT id FROM data_change_request WHERE id = ${id} FOR UPDATE`;
  const request = await tx.dataChangeRequest.findUnique({
    where: { id },
    select: { id: true, studentId: true, personId: true, authorId: true, state: true, changes: true },
  });
  if (!request) throw new Refusal('NOT_FOUND');
  return request;
}

type Request = { id: number; studentId: number; state: DataRequestState };

export function requestStep({ id, studentId, state }: Request, after: DataRequestState): AuditStep {
  return { entity: 'dataRequest', field: 'state', recordId: id, studentId, before: state, after };
}
