import { z } from 'zod';
import { defineCommand } from '@/server/command';
import { openSections } from './open-sections';
import { sectionFields } from './section-fields';

const input = z.strictObject({ sections: z.array(sectionFields).min(1).max(1000) });

/** Тарификация: opens journals of courses for groups and subgroups and gives them to teachers. Answers their ids. @throws Refusal NOT_FOUND */
export const assignLoad = defineCommand({
  name: 'teaching-load.assign',
  permission: 'load.enter',
  input,
  period: async ({ input: { sections } }) =>
    sections.flatMap(({ groupId, periods }) => periods.map(({ periodId }) => ({ groupId, periodId, sectionId: 0 }))),
  run: async ({ tx, input: { sections } }) => {
    const { ids, steps } = await openSections(tx, sections);
    return { result: { ids }, audit: { object: 'section', objectId: null, steps } };
  },
});
