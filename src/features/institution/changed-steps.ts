import type { AuditStep } from '@/server/audit';

type Value = string | number | boolean | null | undefined;
type Values = Readonly<Record<string, Value>>;

const textOf = (value: Value): string | null => (value === null || value === undefined ? null : String(value));

/** The audit steps of an edit: one for each field that has another value now. */
export function changedSteps(entity: string, recordId: number, before: Values, after: Values): AuditStep[] {
  return Object.keys(after).flatMap((field) => {
    const [was, is] = [textOf(before[field]), textOf(after[field])];
    return was === is ? [] : [{ entity, field, recordId, before: was, after: is }];
  });
}
