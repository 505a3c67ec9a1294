import { z } from 'zod';
import { addDays } from '@/domain/calendar/local-date';
import { endOfDay } from '@/domain/deadlines/deadlines';
import { dateField, idField } from '@/features/institution/inputs';
import { defineCommand } from '@/server/command';
import { Refusal } from '@/server/errors';
import { regulationOf } from '@/server/regulation';

const input = z.strictObject({
  groupId: idField,
  periodId: idField,
  /** One journal; null: every journal of the group. */
  sectionId: idField.nullable(),
  reason: z.string().trim().min(1).max(300),
  /** The last day on which it is open; it ends by itself with that day. */
  until: dateField,
});

/**
 * Opens a locked period again for one journal or for all of a group, with a reason and a term (G-05, T-082). The lock itself
 * stays; a closed year is frozen. Answers how many journals are open now. @throws Refusal NOT_FOUND, YEAR_STATE, INVALID
 */
export const reopenPeriod = defineCommand({
  name: 'academic-year.reopen-period',
  permission: 'period.reopen',
  input,
  stepUp: true,
  period: 'none',
  run: async ({ tx, actor, now, input: { groupId, periodId, sectionId, reason, until } }) => {
    const place = await tx.groupPeriod.findUnique({
      where: { groupId_periodId: { groupId, periodId } },
      select: { lockedAt: true, period: { select: { yearId: true, year: { select: { closedAt: true } } } } },
    });
    if (!place?.lockedAt) throw new Refusal('NOT_FOUND');
    if (place.period.year.closedAt)
      throw new Refusal('YEAR_STATE', { detail: 'он закрыт, его журналы не открываются' });
    const { yearEnd } = await regulationOf(actor, tx);
    if (until < actor.today || until > addDays(actor.today, yearEnd.reopenDays)) {
      const detail = `журнал открывают не дольше чем на ${yearEnd.reopenDays} дней, считая от сегодня`;
      throw new Refusal('INVALID', { fields: ['срок'], detail });
    }
    const openUntil = endOfDay(until, 0, actor.timeZone);
    const opened = await tx.$queryRaw<{ id: number; sectionId: number }[]>`
      INSERT INTO section_reopening (section_id, period_id, reason, open_until, opened_at, opened_by_id)
      SELECT c.id, ${periodId}::int, ${reason}, ${openUntil}, ${now}, ${actor.personId}::int FROM course_section c
      WHERE c.group_id = ${groupId} AND c.year_id = ${place.period.yearId} AND (${sectionId}::int IS NULL OR c.id = ${sectionId}::int) ORDER BY c.id
      RETURNING id, section_id AS "sectionId"`;
    if (opened.length === 0) throw new Refusal('NOT_FOUND');
    const steps = opened.flatMap(({ id, sectionId: section }) => {
      const step = { entity: 'sectionReopening', recordId: section, periodId, before: null };
      return [
        { ...step, field: 'openUntil', after: openUntil.toISOString(), version: id },
        { ...step, field: 'reason', after: reason, version: id },
      ];
    });
    return { result: { opened: opened.length }, audit: { object: 'groupPeriod', objectId: groupId, steps } };
  },
});
