import type { AuditStep } from '@/server/audit';

type Value = string | number | boolean | null;
type Fields = Readonly<Record<string, Value>>;

/** Words that a family wrote of its child: they lie enciphered in the audit (T-074). */
const personal: ReadonlySet<string> = new Set(['kind', 'text', 'reply', 'reason']);

/** Steps of the fields that change; a field that is empty before and after is no step. */
export function noteSteps(noteId: number, studentId: number, before: Fields, after: Fields): AuditStep[] {
  return Object.keys(after).flatMap((field) => {
    const [was, is] = [words(before[field]), words(after[field])];
    if (field === 'studentId' || was === is) return [];
    const step = { entity: 'absenceNote', field, recordId: noteId, studentId, before: was, after: is };
    return [personal.has(field) ? { ...step, personal: studentId } : step];
  });
}

function words(value: Value | undefined): string | null {
  return value === undefined || value === null || value === '' || value === false ? null : String(value);
}
