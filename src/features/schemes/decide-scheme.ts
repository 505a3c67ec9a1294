import { z } from 'zod';
import { mayDecideScheme } from '@/access/scheme-policy';
import { idField } from '@/features/institution/inputs';
import { defineCommand } from '@/server/command';
import type { Db } from '@/server/db';
import { Refusal } from '@/server/errors';
import { assertSeen, type LockedScheme, lockScheme } from './lock-scheme';
import { moveScheme } from './move-scheme';
import { tellAuthors } from './tell-authors';

const input = z.strictObject({
  schemeId: idField,
  revision: z.int().min(0).max(2_147_483_647),
  approve: z.boolean(),
  remark: z.string().trim().max(4000),
});

/**
 * Approves a КТП, which its journals follow from now on, or gives it back with remarks, and tells its teachers. Lessons given before keep their
 * topics. @throws Refusal NOT_FOUND, INVALID without remarks or for one's own, CONFLICT
 */
export const decideScheme = defineCommand({
  name: 'schemes.decide',
  permission: 'scheme.approve',
  input,
  period: 'none',
  run: async ({ tx, actor, now, input: { schemeId, revision, approve, remark } }) => {
    const scheme = await lockScheme({ tx, actor }, schemeId, 'decide');
    assertSeen(scheme, revision);
    if (!mayDecideScheme(actor, scheme)) {
      throw new Refusal('INVALID', { detail: 'Своё КТП утверждает другой сотрудник' });
    }
    if (!approve && remark === '') {
      throw new Refusal('INVALID', { fields: ['замечания'], detail: 'Напишите, что исправить' });
    }
    const entry = await moveScheme({ tx, actor }, scheme, { to: approve ? 'approved' : 'returned', remark, at: now });
    const followers = approve ? await giveToJournals(tx, scheme) : [];
    const steps = followers.map(({ id, before }) => ({
      ...{ entity: 'section', field: 'scheme_id', recordId: id },
      ...{ before: before === null ? null : String(before), after: String(schemeId) },
    }));
    const told = await tellAuthors({ tx, actor }, scheme, { approve, at: now });
    return { result: { id: schemeId }, audit: { ...entry, steps: [...entry.steps, ...steps, ...told] } };
  },
});

/** Journals of open years follow the scheme; one whose lessons follow another plan cannot. @throws Refusal CONFLICT */
async function giveToJournals(tx: Db, { id, firstId }: LockedScheme): Promise<{ id: number; before: number | null }[]> {
  const journals = await tx.$queryRaw<{ id: number; before: number | null; group: string; taken: boolean }[]>`
    SELECT c.id, c.scheme_id AS before, g.name AS "group",
      EXISTS (SELECT 1 FROM lesson l JOIN planned_topic p ON p.id = l.planned_topic_id JOIN scheme_of_work w ON w.id = p.scheme_id
        WHERE l.section_id = c.id AND coalesce(w.first_id, w.id) <> ${firstId ?? id}) AS taken
    FROM scheme_section t JOIN course_section c ON c.id = t.section_id JOIN student_group g ON g.id = c.group_id
      JOIN academic_year y ON y.id = c.year_id AND y.closed_at IS NULL
    WHERE t.scheme_id = ${id} ORDER BY c.id FOR NO KEY UPDATE OF c`;
  const taken = journals.filter((journal) => journal.taken);
  if (taken.length > 0) {
    const groups = taken.map(({ group }) => group).join(', ');
    throw new Refusal('CONFLICT', { detail: `В журналах уже взяты темы другого КТП: ${groups}` });
  }
  await tx.courseSection.updateMany({
    where: { id: { in: journals.map((journal) => journal.id) } },
    data: { schemeId: id },
  });
  return journals;
}
