import { z } from 'zod';
import { addDays } from '@/domain/calendar/local-date';
import { createdStep } from '@/features/institution/created-step';
import { dateField, idField, toDay } from '@/features/institution/inputs';
import { defineCommand } from '@/server/command';
import type { Db } from '@/server/db';
import { Refusal } from '@/server/errors';

const input = z.strictObject({ groupId: idField, staffId: idField, startsOn: dateField });

/**
 * From a day on a group has another curator; the one before ends with the day before. Whoever curates without the
 * curator's functions gets them by a position of its own. @throws Refusal NOT_FOUND, DUPLICATE, INVALID
 */
export const changeCurator = defineCommand({
  name: 'structure.change-curator',
  permission: ['structure.enter', 'year.manage'],
  input,
  period: 'none',
  run: async ({ tx, input: { groupId, staffId, startsOn } }) => {
    const staff = await tx.staffMember.findUnique({ where: { id: staffId }, select: { hiredOn: true, leftOn: true } });
    if (!staff) throw new Refusal('NOT_FOUND');
    const from = toDay(startsOn);
    if (from < staff.hiredOn || (staff.leftOn && staff.leftOn < from)) {
      throw new Refusal('INVALID', { fields: ['startsOn'], detail: 'в этот день сотрудник не работает' });
    }
    const later = await tx.curatorship.findFirst({ where: { groupId, startsOn: { gte: from } }, select: { id: true } });
    if (later)
      throw new Refusal('DUPLICATE', { fields: ['startsOn'], detail: 'с этого дня или позже куратор уже назначен' });
    const present = await tx.curatorship.findFirst({
      where: { groupId, OR: [{ endsOn: null }, { endsOn: { gte: from } }] },
      select: { id: true, staffId: true, endsOn: true },
    });
    if (present?.staffId === staffId) throw new Refusal('DUPLICATE', { fields: ['staffId'] });
    const last = addDays(startsOn, -1);
    if (present)
      await tx.curatorship.update({ where: { id: present.id }, data: { endsOn: toDay(last) }, select: { id: true } });
    const { id } = await tx.curatorship.create({ data: { groupId, staffId, startsOn: from }, select: { id: true } });
    const position = await curatorPosition(tx, staffId, startsOn);
    const before = present?.endsOn?.toISOString().slice(0, 10) ?? null;
    const ended = present
      ? [{ entity: 'curatorship', field: 'endsOn', recordId: present.id, before, after: last }]
      : [];
    const steps = [...ended, createdStep('curatorship', id, { groupId, staffId, startsOn }), ...position];
    return { result: { id }, audit: { object: 'group', objectId: groupId, steps } };
  },
});

async function curatorPosition(tx: Db, staffId: number, startsOn: string) {
  const held = { staffId, role: 'curator' as const, OR: [{ endsOn: null }, { endsOn: { gte: toDay(startsOn) } }] };
  if ((await tx.staffPosition.count({ where: held })) > 0) return [];
  const position = { role: 'curator' as const, title: 'Куратор группы' };
  const { id } = await tx.staffPosition.create({
    data: { staffId, ...position, startsOn: toDay(startsOn) },
    select: { id: true },
  });
  return [createdStep('staffPosition', id, { staffId, ...position, startsOn })];
}
