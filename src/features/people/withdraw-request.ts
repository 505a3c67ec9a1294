import { z } from 'zod';
import { idField } from '@/features/institution/inputs';
import { defineCommand } from '@/server/command';
import { Refusal } from '@/server/errors';
import { lockRequest, requestStep } from './lock-request';

/** A parent takes the own request back while nobody has answered it. @throws Refusal NOT_FOUND, CONFLICT */
export const withdrawRequest = defineCommand({
  name: 'people.withdraw-request',
  permission: 'people.request',
  input: z.strictObject({ requestId: idField }),
  period: 'none',
  run: async ({ tx, actor, now, input: { requestId } }) => {
    const request = await lockRequest(tx, requestId);
    if (request.authorId !== actor.personId) throw new Refusal('NOT_FOUND');
    if (request.state !== 'sent') throw new Refusal('CONFLICT', { detail: 'На эту заявку уже ответили' });
    await tx.dataChangeRequest.update({
      where: { id: requestId },
      data: { state: 'withdrawn', decidedById: actor.personId, decidedAt: now },
      select: { id: true },
    });
    const steps = [requestStep(request, 'withdrawn')];
    return { result: { id: requestId }, audit: { object: 'dataRequest', objectId: requestId, steps } };
  },
});
