import type { AuditStep } from '@/server/audit';

type Value = string | number | boolean | null | undefined;

/**
 * The audit step of a new record: its fields as one canonical text. `personal` names the person whose data they are, so
 * that they lie enciphered (T-074).
 */
export function createdStep(
  entity: string,
  recordId: number,
  values: Readonly<Record<string, Value>>,
  personal?: number,
): AuditStep {
  const known = Object.entries(values).filter(([, value]) => value !== undefined && value !== null);
  return {
    entity,
    field: 'created',
    recordId,
    before: null,
    after: JSON.stringify(Object.fromEntries(known)),
    ...(personal === undefined ? {} : { personal }),
  };
}
