import { z } from 'zod';
import { createdStep } from '@/features/institution/created-step';
import { idField, toDay } from '@/features/institution/inputs';
import { defineCommand } from '@/server/command';
import type { Db } from '@/server/db';
import { Refusal } from '@/server/errors';
import { changedFields } from './card-fields';

const input = z.strictObject({
  studentId: idField,
  about: z.enum(['student', 'self']),
  changes: changedFields,
  text: z.string().trim().max(500),
});

const mostWaiting = 5;

/**
 * A parent asks to change data of the child or the own ones; the child's curator is told, who or the study office
 * accepts. Addresses are asked for the child alone. @throws Refusal NOT_FOUND for somebody else's child, NOT_ENROLLED, INVALID
 */
export const requestChange = defineCommand({
  name: 'people.request-change',
  permission: 'people.request',
  input,
  period: 'none',
  run: async ({ tx, actor, now, input: { studentId, about, changes: given, text } }) => {
    if (!actor.children.includes(studentId)) throw new Refusal('NOT_FOUND');
    const asked = about === 'self' ? { ...given, registeredAddress: undefined, livingAddress: undefined } : given;
    const changes = Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== undefined));
    if (Object.keys(changes).length === 0 && text === '') {
      throw new Refusal('INVALID', { detail: 'Напишите, что изменилось' });
    }
    const groupId = await groupOf(tx, studentId, actor.today);
    const waiting = await tx.dataChangeRequest.count({ where: { studentId, state: 'sent' } });
    if (waiting >= mostWaiting) throw new Refusal('INVALID', { detail: 'На прежние заявки ещё не ответили' });
    const personId = about === 'self' ? actor.personId : studentId;
    const { id } = await tx.dataChangeRequest.create({
      data: { studentId, personId, groupId, authorId: actor.personId, createdAt: now, changes, text },
      select: { id: true },
    });
    const steps = [createdStep('dataRequest', id, { ...changes, text }, personId)];
    return { result: { id }, audit: { object: 'dataRequest', objectId: id, steps } };
  },
});

async function groupOf(tx: Db, studentId: number, today: string): Promise<number> {
  const day = toDay(today);
  const stay = await tx.enrollment.findFirst({
    where: { studentId, startsOn: { lte: day }, OR: [{ endsOn: null }, { endsOn: { gte: day } }] },
    select: { groupId: true },
  });
  if (!stay) throw new Refusal('NOT_ENROLLED');
  return stay.groupId;
}
