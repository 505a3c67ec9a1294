import { mondayOf } from '@/domain/calendar/local-date';
import { importLessons } from '@/features/journal/import-lessons';
import type { JournalWriter } from './journal';
import type { LessonContent } from './journal-entries';
import type { DemoPlan } from './model';
import type { Made, Stage } from './stage';
import { groupBy } from './tables';

type ImportedLesson = Parameters<typeof importLessons.execute>[1]['lessons'][number];

/** Groups are filled side by side: while the database writes one, the next is being composed. */
const atOnce = 3;

/** Fills the journals of all groups up to the writer's moment, a group's week in one call. */
export async function seedJournal(stage: Stage, plan: DemoPlan, made: Made, writer: JournalWriter): Promise<void> {
  const weeks = groupBy(plan.lessons.entries(), ([, { section, date }]) => {
    return `${plan.sections[section]?.group} ${mondayOf(date)}`;
  });
  const queue = [...weeks.values()];
  const work = async (): Promise<void> => {
    for (let week = queue.shift(); week !== undefined; week = queue.shift()) {
      const lessons = week.flatMap(([no]) => {
        const content = writer.write(no);
        return content ? [importOf(content, plan, made)] : [];
      });
      if (lessons.length > 0) await stage.run(importLessons, { lessons });
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
}

function importOf(content: LessonContent, plan: DemoPlan, made: Made): ImportedLesson {
  const { by: author, at, topic, withHomework, homeworkDueOn } = content;
  const section = plan.sections[plan.lessons[content.lesson]?.section ?? -1];
  const person = (no: number): number => made.people.get(no);
  const authored = <Entry extends { student: number; by: number }>({ student, by, ...entry }: Entry) => ({
    ...entry,
    studentId: person(student),
    by: person(by),
  });
  return {
    lessonId: made.lessons.get(content.lesson),
    by: person(author),
    at,
    ...(topic
      ? { topic: topic.title, plannedTopicId: made.topics.get(`${section?.schemeKey} ${content.topicPlace}`) }
      : {}),
    ...(topic && withHomework ? { homework: topic.homework, homeworkDueOn } : {}),
    attendanceTaken: content.attendanceTaken,
    assignments: content.tasks.map(({ marks, ...task }) => ({ ...task, marks: marks.map(authored) })),
    presences: content.presences.map(authored),
    reasons: content.reasons.map(authored),
  };
}
