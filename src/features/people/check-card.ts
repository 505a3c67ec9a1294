import { z } from 'zod';
import { idField, toDay } from '@/features/institution/inputs';
import { defineCommand } from '@/server/command';
import { Refusal } from '@/server/errors';
import { assertKeeps } from './assert-keeps';

const input = z.strictObject({ studentId: idField, version: idField });

/** The curator has compared the card with the family, as every half-year. @throws Refusal NOT_FOUND, CONFLICT for another card than was looked at */
export const checkCard = defineCommand({
  name: 'people.check-card',
  permission: ['people.enter', 'people.enterCurated'],
  input,
  period: 'none',
  run: async ({ tx, actor, now, input: { studentId, version } }) => {
    await assertKeeps(tx, actor, studentId);
    await tx.$queryRaw`SELECT id FROM person WHERE id = ${studentId} FOR UPDATE`;
    const card = await tx.person.findUniqueOrThrow({ where: { id: studentId }, select: { version: true } });
    if (card.version !== version)
      throw new Refusal('CONFLICT', { detail: 'Карточку тем временем изменили: просмотрите её снова' });
    const { id } = await tx.personalDataCheck.create({
      data: { studentId, checkedOn: toDay(actor.today), checkedAt: now, checkedById: actor.personId },
      select: { id: true },
    });
    const step = { entity: 'dataCheck', field: 'checkedOn', recordId: id, studentId, before: null, after: actor.today };
    return { result: { checkedOn: actor.today }, audit: { object: 'dataCheck', objectId: studentId, steps: [step] } };
  },
});
