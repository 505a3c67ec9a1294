import type { AuditStep } from '@/server/audit';

type Place = { groupId: number; periodId: number };

/** The audit of locks set or lifted at a moment. */
export function lockSteps(places: readonly Place[], before: string | null, after: string | null): AuditStep[] {
  return places.map(({ groupId, periodId }) => ({
    entity: 'groupPeriod',
    field: 'lockedAt',
    recordId: groupId,
    periodId,
    before,
    after,
  }));
}
