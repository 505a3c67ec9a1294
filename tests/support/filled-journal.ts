import { markCells } from '@/features/journal/mark-cells';
import type { TestDatabase } from './clone';
import { type World, worldNow } from './world';

type Edits = Parameters<typeof markCells.execute>[1];

const oral = { version: 0, taskType: 'answer', title: 'Опрос', required: false, dueOn: null };

/**
 * Two weeks of the small college's journal, written by its people each at their own time: a dot for all and a corrected mark
 * with a comment on 07.10, an absence with its reason a day later, an entry of the substitute, one of today; and igor's mark
 * of 25.09 in the group he came from. The clock then stands at the world's noon.
 */
export async function fillJournal(world: World, { setClock }: Pick<TestDatabase, 'setClock'>): Promise<void> {
  const { college, people } = world;
  const { past, today, substituted, foreign } = college.lessons;
  const sectionId = college.sections.algorithms;
  const at = async (iso: string, who: keyof World['people'], edits: Omit<Edits, 'sectionId'>, section = sectionId) => {
    await setClock(iso);
    const actor = await world.actor(who);
    const answer = await markCells.execute(
      actor,
      { sectionId: section, ...edits },
      { address: 'test', device: 'test' },
    );
    if (answer.conflicts.length > 0) throw new Error(`${who} is late by a version`);
    return answer;
  };
  await world.owner.lesson.update({ where: { id: foreign }, data: { date: new Date('2026-09-25') } });
  const former = { lessonId: foreign, assignment: { ref: 'a' } };
  const brought = { ...former, studentId: people.igor, value: '5' as const, required: false, version: 0 };
  const answers = { assignments: [{ ...oral, ...former }], marks: [brought] };
  await at('2026-10-01T09:00:00Z', 'rustem', answers, college.sections.foreign);
  const task = { version: 0, taskType: 'practical', title: 'ПЗ № 1', required: true, dueOn: null };
  const { refs } = await at('2026-10-07T09:00:00Z', 'gulnara', {
    assignments: [{ ...task, lessonId: past, assignment: { ref: 'pz' }, dotForAll: true }],
    presences: [{ lessonId: past, studentId: people.timur, value: 'absent', version: 0 }],
    lessons: [
      {
        ...{ lessonId: past, version: 0, topic: 'Ветвления', homework: '§ 3' },
        plannedTopicId: college.scheme.topics[2] ?? 0,
      },
    ],
  });
  const mark = { lessonId: past, studentId: people.alina, assignment: refs.pz ?? 0, required: true };
  await at('2026-10-07T09:00:00Z', 'gulnara', { marks: [{ ...mark, value: '3', version: 1 }] });
  const better = { ...mark, value: '4' as const, version: 2, comment: 'переписал' };
  await at('2026-10-08T09:00:00Z', 'gulnara', { marks: [better] });
  const reason = { lessonId: past, studentId: people.timur, value: 'valid', version: 0 };
  await at('2026-10-08T09:00:00Z', 'liliya', { reasons: [reason] });
  const came = { lessonId: substituted, studentId: people.artem, value: 'late' as const, version: 0 };
  await at('2026-10-13T09:00:00Z', 'liliya', { presences: [came] });
  await at(worldNow, 'gulnara', { presences: [{ ...came, lessonId: today, studentId: people.alina }] });
}
