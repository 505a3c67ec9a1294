import type { AuditStep } from '@/server/audit';
import { Refusal, sqlState } from '@/server/errors';

/** The audit step of a removed record: what it was. */
export function removedStep(entity: string, recordId: number, values: Readonly<Record<string, unknown>>): AuditStep {
  const known = Object.entries(values).filter(([name, value]) => value !== null && name !== 'id' && name !== 'version');
  const text = known.map(([name, value]) => [name, value instanceof Date ? value.toISOString().slice(0, 10) : value]);
  return { entity, field: 'removed', recordId, before: JSON.stringify(Object.fromEntries(text)), after: null };
}

/** Deletes what nothing refers to; the database's own references and locks decide. @throws Refusal IN_USE with what refers to it */
export async function removeUnused(remove: () => Promise<unknown>, detail: string): Promise<void> {
  await remove().catch((error: unknown) => {
    if (['23001', '23503', 'VD003'].includes(sqlState(error) ?? '')) throw new Refusal('IN_USE', { detail });
    throw error;
  });
}
