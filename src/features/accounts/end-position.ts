import { z } from 'zod';
import { dateField, idField, toDay } from '@/features/institution/inputs';
import { assertMayGive } from '@/features/people/assert-may-give';
import { defineCommand } from '@/server/command';
import { Refusal } from '@/server/errors';

const input = z.strictObject({ positionId: idField, endsOn: dateField });

/** Ends a position: its functions are gone the day after (R-003, T-030). One's own stays: nobody locks himself out. @throws Refusal NOT_FOUND, INVALID, FORBIDDEN */
export const endPosition = defineCommand({
  name: 'accounts.end-position',
  permission: ['accounts.manage', 'people.enter'],
  input,
  period: 'none',
  stepUp: true,
  run: async ({ tx, actor, input: { positionId, endsOn } }) => {
    const position = await tx.staffPosition.findUnique({
      where: { id: positionId },
      select: { staffId: true, role: true, startsOn: true, endsOn: true },
    });
    if (!position) throw new Refusal('NOT_FOUND');
    await assertMayGive(tx, actor, [position.role]);
    if (position.staffId === actor.personId)
      throw new Refusal('INVALID', { detail: 'свою должность снимает другой сотрудник' });
    if (toDay(endsOn) < position.startsOn)
      throw new Refusal('INVALID', { fields: ['endsOn'], detail: 'должность начинается позже' });
    await tx.staffPosition.update({ where: { id: positionId }, data: { endsOn: toDay(endsOn) }, select: { id: true } });
    const before = position.endsOn?.toISOString().slice(0, 10) ?? null;
    const step = { entity: 'staffPosition', field: 'ends_on', recordId: positionId, before, after: endsOn };
    return { result: null, audit: { object: 'staffMember', objectId: position.staffId, steps: [step] } };
  },
});
