import { z } from 'zod';
import { addDays } from '@/domain/calendar/local-date';
import { instantOf } from '@/domain/deadlines/zone';
import { dateField } from '@/features/institution/inputs';
import { defineCommand } from '@/server/command';
import { Refusal } from '@/server/errors';

const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
const input = z.strictObject({
  date: dateField,
  from: time,
  /** Not after `from`: of the next day. */
  to: time,
  note: z.string().trim().max(300).default(''),
});

/**
 * Announces technical works in local time (R-012; S2 4.1.1): a band tells of them on all pages, while they are on nothing is
 * written. @throws Refusal INVALID for hours that are over or too far, DUPLICATE where other works are announced
 */
export const announceWorks = defineCommand({
  name: 'technical-works.announce',
  permission: 'institution.setUp',
  input,
  period: 'none',
  run: async ({ tx, actor, now, input: { date, from, to, note } }) => {
    if (date < addDays(actor.today, -1) || date > addDays(actor.today, 60)) {
      throw new Refusal('INVALID', { fields: ['день'], detail: 'работы объявляют на ближайшие 60 дней' });
    }
    const startsAt = instantOf(date, from, actor.timeZone);
    const endsAt = instantOf(to > from ? date : addDays(date, 1), to, actor.timeZone);
    if (endsAt <= now) throw new Refusal('INVALID', { fields: ['время'], detail: 'эти часы уже прошли' });
    const overlap = { cancelledAt: null, startsAt: { lt: endsAt }, endsAt: { gt: startsAt } };
    if ((await tx.technicalWorks.count({ where: overlap })) > 0) {
      throw new Refusal('DUPLICATE', { detail: 'на эти часы работы уже объявлены' });
    }
    const { id } = await tx.technicalWorks.create({
      data: { startsAt, endsAt, note, announcedById: actor.personId, announcedAt: now },
      select: { id: true },
    });
    const step = { entity: 'technicalWorks', recordId: id, before: null };
    const steps = Object.entries({ startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString(), note }).flatMap(
      ([field, after]) => (after === '' ? [] : [{ ...step, field, after }]),
    );
    return { result: { id }, audit: { object: 'technicalWorks', objectId: id, steps } };
  },
});
