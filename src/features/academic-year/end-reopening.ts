import { z } from 'zod';
import { idField } from '@/features/institution/inputs';
import { defineCommand } from '@/server/command';
import { Refusal } from '@/server/errors';

const input = z.strictObject({ groupId: idField, periodId: idField, sectionId: idField.nullable() });

/** Closes reopened journals of a group's period before their term. Answers how many. @throws Refusal NOT_FOUND */
export const endReopening = defineCommand({
  name: 'academic-year.end-reopening',
  permission: 'period.reopen',
  input,
  period: 'none',
  run: async ({ tx, now, input: { groupId, periodId, sectionId } }) => {
    const ended = await tx.$queryRaw<{ id: number; sectionId: number; was: Date }[]>`
      WITH live AS (
        SELECT r.id, r.open_until FROM section_reopening r JOIN course_section c ON c.id = r.section_id
        WHERE c.group_id = ${groupId} AND r.period_id = ${periodId} AND (${sectionId}::int IS NULL OR c.id = ${sectionId}::int)
          AND r.open_until > ${now} FOR UPDATE OF r)
      UPDATE section_reopening r SET open_until = greatest(${now}, r.opened_at + interval '1 millisecond') FROM live WHERE r.id = live.id
      RETURNING r.id, r.section_id AS "sectionId", live.open_until AS was`;
    if (ended.length === 0) throw new Refusal('NOT_FOUND');
    const steps = ended.map(({ id, sectionId: recordId, was }) => {
      const step = { entity: 'sectionReopening', field: 'openUntil', recordId, periodId, version: id };
      return { ...step, before: was.toISOString(), after: now.toISOString() };
    });
    return { result: { ended: ended.length }, audit: { object: 'groupPeriod', objectId: groupId, steps } };
  },
});
