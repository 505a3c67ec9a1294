import { z } from 'zod';
import { idField } from '@/features/institution/inputs';
import { defineCommand } from '@/server/command';
import { lockScheme } from './lock-scheme';
import { moveScheme } from './move-scheme';

const input = z.strictObject({ schemeId: idField });

/** Takes a КТП back before anybody has decided on it. @throws Refusal NOT_FOUND, CONFLICT */
export const recallScheme = defineCommand({
  name: 'schemes.recall',
  permission: 'scheme.enter',
  input,
  period: 'none',
  run: async ({ tx, actor, now, input: { schemeId } }) => {
    const scheme = await lockScheme({ tx, actor }, schemeId, 'recall');
    const audit = await moveScheme({ tx, actor }, scheme, { to: 'draft', at: now });
    return { result: { id: schemeId }, audit };
  },
});
