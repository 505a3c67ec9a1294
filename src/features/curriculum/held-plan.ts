import type { Db } from '@/server/db';
import { Refusal } from '@/server/errors';
import { fullDateTime } from '@/texts/format';

type Held = {
  state: 'draft' | 'approved';
  version: number;
  approvedOn: string | null;
  programId: number;
  entryYear: number;
  changedAt: Date | null;
  changedBy: string | null;
};

/**
 * The plan, locked until the commit, in the state and version that the person saw.
 * @throws Refusal NOT_FOUND, PLAN_FROZEN, CONFLICT with who changed it and when
 */
export async function holdPlan(
  tx: Db,
  { id, version, state, timeZone }: { id: number; version: number; state: Held['state']; timeZone: string },
): Promise<Held> {
  const [plan] = await tx.$queryRaw<Held[]>`
    SELECT c.state, c.version, c.approved_on::text AS "approvedOn", c.program_id AS "programId", c.entry_year AS "entryYear",
      c.changed_at AS "changedAt", p.last_name || ' ' || p.first_name AS "changedBy"
    FROM curriculum c LEFT JOIN person p ON p.id = c.changed_by_id WHERE c.id = ${id} FOR UPDATE OF c`;
  if (!plan) throw new Refusal('NOT_FOUND');
  if (plan.version !== version) throw new Refusal('CONFLICT', { detail: changedWords(plan, timeZone) });
  if (plan.state === state) return plan;
  if (plan.state === 'approved') throw new Refusal('PLAN_FROZEN');
  throw new Refusal('CONFLICT', { detail: 'план уже открыт для изменений' });
}

function changedWords({ changedAt, changedBy }: Held, timeZone: string): string {
  if (!changedAt) return 'план изменили, пока он был открыт у вас';
  return `план изменён ${fullDateTime(changedAt, timeZone)}${changedBy ? `, ${changedBy}` : ''}`;
}
