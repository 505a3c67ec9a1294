import type { LocalDate } from '@/domain/types';
import type { AuditStep } from '@/server/audit';
import type { Db } from '@/server/db';

/** A notice to groups, each with its parents and curator or one subgroup of it, and to persons. */
export type NoticeDraft = {
  title: string;
  text: string;
  /** The last day on which start pages show it. */
  shownUntil: LocalDate;
  groups: readonly { groupId: number; subgroupId: number | null }[];
  personIds: readonly number[];
};

/** Publishes notices in the transaction of the act that they tell of: what is rolled back was never announced. */
export async function publishNotices(
  tx: Db,
  drafts: readonly NoticeDraft[],
  { by, at }: { by: number; at: Date },
): Promise<AuditStep[]> {
  if (drafts.length === 0) return [];
  const rows = await tx.notice.createManyAndReturn({
    data: drafts.map(({ title, text, shownUntil }) => ({
      ...{ title: title.slice(0, 200), text: text.slice(0, 2000), shownUntil: new Date(shownUntil) },
      ...{ createdAt: at, createdById: by || null },
    })),
    select: { id: true },
  });
  const placed = drafts.map((draft, place) => ({ ...draft, noticeId: rows[place]?.id ?? 0 }));
  const groups = placed.flatMap(({ noticeId, groups: own }) => byGroup(own).map((group) => ({ noticeId, ...group })));
  const persons = placed.flatMap(({ noticeId, personIds }) =>
    [...new Set(personIds)].map((personId) => ({ noticeId, personId })),
  );
  if (groups.length > 0) await tx.noticeGroup.createMany({ data: groups });
  if (persons.length > 0) await tx.noticePerson.createMany({ data: persons });
  return placed.map(({ noticeId, title }) => ({
    ...{ entity: 'notice', field: 'created', recordId: noticeId, before: null, after: title },
  }));
}

/** Two subgroups of a group are the whole group. */
function byGroup(groups: NoticeDraft['groups']): NoticeDraft['groups'] {
  const known = new Map<number, number | null>();
  for (const { groupId, subgroupId } of groups) {
    const same = !known.has(groupId) || known.get(groupId) === subgroupId;
    known.set(groupId, same ? subgroupId : null);
  }
  return [...known].map(([groupId, subgroupId]) => ({ groupId, subgroupId }));
}
