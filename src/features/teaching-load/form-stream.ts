import { z } from 'zod';
import { createdStep } from '@/features/institution/created-step';
import { idField, nameField } from '@/features/institution/inputs';
import { defineCommand } from '@/server/command';
import { Refusal } from '@/server/errors';
import { type HeldSection, holdSections } from './hold-sections';

const input = z.strictObject({ name: nameField(60), sectionIds: z.array(idField).min(2).max(12) });

/**
 * Joins journals of several groups into a stream: one course, one teacher, one lesson for all of them. Their hours count once in the
 * teacher's load. @throws Refusal INVALID with what does not fit
 */
export const formStream = defineCommand({
  name: 'teaching-load.form-stream',
  permission: 'load.enter',
  input,
  period: 'none',
  run: async ({ tx, input: { name, sectionIds } }) => {
    const sections = await holdSections(tx, sectionIds, null);
    assertFits(sections);
    const yearId = sections[0]?.yearId ?? 0;
    const { id } = await tx.teachingStream.create({ data: { yearId, name }, select: { id: true } });
    await tx.courseSection.updateMany({ where: { id: { in: sectionIds } }, data: { streamId: id } });
    const steps = [
      createdStep('teachingStream', id, { yearId, name }),
      ...sections.map(({ sectionId }) => {
        return { entity: 'section', field: 'streamId', recordId: sectionId, before: null, after: String(id) };
      }),
    ];
    return { result: { id }, audit: { object: 'teachingStream', objectId: id, steps } };
  },
});

function assertFits(sections: readonly HeldSection[]): void {
  const [first] = sections;
  const holder = (section: HeldSection | undefined): number | undefined => section?.assignments.at(-1)?.teacherId;
  if (!first || holder(first) === undefined)
    throw new Refusal('INVALID', { detail: 'у журналов потока должен быть преподаватель' });
  if (new Set(sections.map(({ groupId }) => groupId)).size < sections.length) {
    throw new Refusal('INVALID', { detail: 'в потоке соединяются разные группы' });
  }
  for (const section of sections) {
    const { title, yearId, courseId, streamId } = section;
    const why =
      streamId !== null
        ? 'уже в другом потоке'
        : yearId !== first.yearId || courseId !== first.courseId
          ? 'другая дисциплина или другой год'
          : holder(section) !== holder(first)
            ? 'другой преподаватель'
            : null;
    if (why) throw new Refusal('INVALID', { detail: `журнал ${title}: ${why}` });
  }
}
