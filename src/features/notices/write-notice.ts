import { z } from 'zod';
import { addDays } from '@/domain/calendar/local-date';
import { createdStep } from '@/features/institution/created-step';
import { dateField, idField, nameField, toDay } from '@/features/institution/inputs';
import { defineCommand } from '@/server/command';
import { Refusal } from '@/server/errors';

/** Days for which a notice is shown at most. */
const longest = 366;

const input = z
  .strictObject({
    title: nameField(120),
    text: z.string().trim().max(2000),
    /** The last day on which start pages show it. */
    shownUntil: dateField,
    audience: z.enum(['everybody', 'staff', 'groups']),
    groupIds: z.array(idField).max(500),
  })
  .refine(({ audience, groupIds }) => (audience === 'groups') === groupIds.length > 0, { path: ['groupIds'] });

/**
 * Puts a notice on the board by hand: to everybody, to the staff, or to groups with their parents and curators.
 * @throws Refusal INVALID for a day gone by or more than a year ahead, NOT_FOUND for a group that is not there
 */
export const writeNotice = defineCommand({
  name: 'notices.write',
  permission: 'notice.publish',
  input,
  period: 'none',
  run: async ({ tx, actor, now, input: { title, text, shownUntil, audience, groupIds } }) => {
    if (shownUntil < actor.today || shownUntil > addDays(actor.today, longest))
      throw new Refusal('INVALID', { fields: ['shownUntil'] });
    const groups = [...new Set(groupIds)];
    const { id } = await tx.notice.create({
      data: {
        ...{ title, text, shownUntil: toDay(shownUntil), byHand: true },
        ...{ audience: audience === 'groups' ? 'named' : audience, createdAt: now },
        createdById: actor.personId || null,
      },
      select: { id: true },
    });
    if (groups.length > 0)
      await tx.noticeGroup.createMany({ data: groups.map((groupId) => ({ noticeId: id, groupId })) });
    const step = createdStep('notice', id, { title, text, shownUntil, audience, groups: groups.join(' ') });
    return { result: { id }, audit: { object: 'notice', objectId: id, steps: [step] } };
  },
});
