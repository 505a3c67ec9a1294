import { defineCommand } from '@/server/command';
import { composeRegulation, compositionInput } from './compose-regulation';

/** What an edited regulation would change, and what is wrong with it; writes nothing but that it was asked. */
export const previewRegulation = defineCommand({
  name: 'institution.preview-regulation',
  permission: 'regulation.edit',
  input: compositionInput,
  period: 'none',
  run: async ({ tx, actor, input }) => {
    const { problems, changes } = await composeRegulation(input, actor.today, tx);
    return { result: { problems, changes }, audit: { object: 'regulation', objectId: null, steps: [] } };
  },
});
