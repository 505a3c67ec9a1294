import type { AuditEntry, AuditStep } from '@/server/audit';
import type { EditConflict } from './cell-edits';

/** Whose value it is and since when: the actor now, or the original author of an entry carried over. */
export type Authorship = { by: number; at: Date };

export type AuthoredStep = AuditStep & Authorship;

/** What a set-wise write did: rows written, newer values of others that stood in its way, steps for the audit. */
export type WriteResult<Row> = { written: Row[]; conflicts: EditConflict[]; steps: AuthoredStep[] };

/** One audit entry per author and moment, in the order of time; for ordinary saves that is one entry. */
export function auditEntries(sectionId: number, steps: readonly AuthoredStep[], actorId: number): AuditEntry[] {
  const byAuthor = new Map<string, AuthoredStep[]>();
  for (const step of steps) {
    const key = `${step.by} ${step.at.getTime()}`;
    const list = byAuthor.get(key) ?? [];
    list.push(step);
    byAuthor.set(key, list);
  }
  const ordered = [...byAuthor.values()].sort(
    ([one], [other]) => (one?.at.getTime() ?? 0) - (other?.at.getTime() ?? 0),
  );
  return ordered.map((list) => {
    const [first] = list;
    const as = first && first.by !== actorId ? { personId: first.by, at: first.at } : undefined;
    return {
      object: 'section',
      objectId: sectionId,
      steps: list.map(({ by: _by, at: _at, ...step }) => step),
      ...(as ? { as } : {}),
    };
  });
}
