import type { Actor } from '@/access/actor';
import type { SchemeState } from '@/domain/schemes/topic-rows';
import { toDayOrNull } from '@/features/institution/inputs';
import type { AuditEntry } from '@/server/audit';
import type { Db } from '@/server/db';
import type { LockedScheme } from './lock-scheme';

type Move = { to: SchemeState; remark?: string; at: Date };

/** The next state of a scheme, with its line on the approval sheet. */
export async function moveScheme(
  { tx, actor }: { tx: Db; actor: Actor },
  { id, state }: LockedScheme,
  { to, remark = '', at }: Move,
): Promise<AuditEntry> {
  await tx.schemeStep.create({
    data: { schemeId: id, state: to, at, byId: actor.personId, remark },
    select: { id: true },
  });
  await tx.schemeOfWork.update({
    where: { id },
    data: { state: to, approvedOn: to === 'approved' ? toDayOrNull(actor.today) : null },
    select: { id: true },
  });
  const steps = [{ entity: 'scheme', field: 'state', recordId: id, before: state, after: to }];
  const said = { entity: 'scheme', field: 'remark', recordId: id, before: null, after: remark };
  return { object: 'scheme', objectId: id, steps: remark === '' ? steps : [...steps, said] };
}
