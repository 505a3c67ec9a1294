import { z } from 'zod';
import { dateField, idField } from '@/features/institution/inputs';
import { defineCommand } from '@/server/command';
import { Refusal } from '@/server/errors';

const input = z.strictObject({ itemIds: z.array(idField).min(1).max(500), approvedOn: dateField });

/**
 * Notes when the director approved рабочие программы of lines of the plans: a week later their КТП are due.
 * @throws Refusal NOT_FOUND, INVALID for a day to come
 */
export const noteProgrammes = defineCommand({
  name: 'schemes.note-programmes',
  permission: 'scheme.approve',
  input,
  period: 'none',
  run: async ({ tx, actor, now, input: { itemIds, approvedOn } }) => {
    if (approvedOn > actor.today) {
      throw new Refusal('INVALID', { fields: ['дата утверждения'], detail: 'Этот день ещё не наступил' });
    }
    const ids = [...new Set(itemIds)].sort((one, other) => one - other);
    const items = await tx.curriculumItem.findMany({
      where: { id: { in: ids } },
      select: { id: true, programme: { select: { approvedOn: true } } },
    });
    if (items.length !== ids.length) throw new Refusal('NOT_FOUND');
    const before = new Map(items.map(({ id, programme }) => [id, programme?.approvedOn.toISOString().slice(0, 10)]));
    await tx.$executeRaw`
      INSERT INTO work_programme (item_id, approved_on, noted_by_id, noted_at)
      SELECT item_id, ${approvedOn}::date, ${actor.personId}, ${now} FROM unnest(${ids}::int[]) AS item_id
      ON CONFLICT (item_id) DO UPDATE SET approved_on = excluded.approved_on, noted_by_id = excluded.noted_by_id,
        noted_at = excluded.noted_at`;
    const steps = ids
      .filter((id) => before.get(id) !== approvedOn)
      .map((id) => ({
        ...{ entity: 'workProgramme', field: 'approved_on', recordId: id },
        ...{ before: before.get(id) ?? null, after: approvedOn },
      }));
    return { result: { noted: ids.length }, audit: { object: 'workProgramme', objectId: null, steps } };
  },
});
