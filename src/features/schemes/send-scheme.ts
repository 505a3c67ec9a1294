import { z } from 'zod';
import { idField } from '@/features/institution/inputs';
import { defineCommand } from '@/server/command';
import { Refusal } from '@/server/errors';
import { assertSeen, lockScheme } from './lock-scheme';
import { moveScheme } from './move-scheme';

const input = z.strictObject({ schemeId: idField, revision: z.int().min(0).max(2_147_483_647) });

/** Hands a КТП in; it waits as it is for the methodist or the deputy. @throws Refusal NOT_FOUND, INVALID, CONFLICT */
export const sendScheme = defineCommand({
  name: 'schemes.send',
  permission: 'scheme.enter',
  input,
  period: 'none',
  run: async ({ tx, actor, now, input: { schemeId, revision } }) => {
    const scheme = await lockScheme({ tx, actor }, schemeId, 'send');
    assertSeen(scheme, revision);
    if (scheme.sections.length === 0) {
      throw new Refusal('INVALID', { detail: 'Отметьте журналы, для которых это КТП' });
    }
    if ((await tx.plannedTopic.count({ where: { schemeId } })) === 0) {
      throw new Refusal('INVALID', { detail: 'В КТП нет ни одной темы' });
    }
    const audit = await moveScheme({ tx, actor }, scheme, { to: 'sent', at: now });
    return { result: { id: schemeId }, audit };
  },
});
