import { z } from 'zod';
import { can } from '@/access/actor';
import { idField } from '@/features/institution/inputs';
import type { AuditStep } from '@/server/audit';
import { defineCommand } from '@/server/command';
import type { Db } from '@/server/db';
import { Refusal } from '@/server/errors';
import { assertKeeps } from './assert-keeps';
import { changedFields } from './card-fields';
import { lockRequest, requestStep } from './lock-request';
import { writePerson } from './write-person';

const input = z.strictObject({
  requestId: idField,
  accept: z.boolean(),
  /** What the parent reads; a refusal needs a reason. */
  reply: z.string().trim().max(500),
});

/**
 * The curator or the study office answers a parent's request; accepted, it changes the card. Names follow papers and
 * are the study office's. @throws Refusal NOT_FOUND, CONFLICT when somebody has answered, INVALID
 */
export const decideRequest = defineCommand({
  name: 'people.decide-request',
  permission: ['people.enter', 'people.enterCurated'],
  input,
  period: 'none',
  run: async ({ tx, actor, now, input: { requestId, accept, reply } }) => {
    const request = await lockRequest(tx, requestId);
    await assertKeeps(tx, actor, request.studentId);
    if (request.state !== 'sent') throw new Refusal('CONFLICT', { detail: 'На эту заявку уже ответили' });
    if (!accept && reply === '')
      throw new Refusal('INVALID', { fields: ['ответ'], detail: 'Напишите родителю, почему' });
    const steps = accept ? await apply(tx, request, can(actor, 'people.enter')) : [];
    const state = accept ? 'accepted' : 'declined';
    await tx.dataChangeRequest.update({
      where: { id: requestId },
      data: { state, reply, decidedById: actor.personId, decidedAt: now },
      select: { id: true },
    });
    const audit = { object: 'dataRequest', objectId: requestId, steps: [requestStep(request, state), ...steps] };
    return { result: { changed: steps.length }, audit };
  },
});

type Request = Awaited<ReturnType<typeof lockRequest>>;

function apply(tx: Db, { changes, personId, studentId }: Request, mayRename: boolean): Promise<AuditStep[]> {
  const { lastName, firstName, middleName, phone, email, registeredAddress, livingAddress } =
    changedFields.parse(changes);
  if (!mayRename && (lastName ?? firstName ?? middleName) !== undefined) {
    throw new Refusal('INVALID', {
      detail: 'Фамилию, имя и отчество меняет учебная часть по документу: заявка ждёт её',
    });
  }
  const person = { lastName, firstName, middleName, phone, email };
  const student = personId === studentId ? { registeredAddress, livingAddress } : {};
  return writePerson(tx, { id: personId, version: null, person, student });
}
