import type { Example } from './command-example';
import type { Prepared } from './command-prepared';
import type { World } from './world';

/** Of the journal and the timetable. */
export function journalExamples({ college, people }: World, { timetableEntry, mistake }: Prepared): Example[] {
  const { algorithms } = college.sections;
  const { today, recent } = college.lessons;
  const cell = { lessonId: today, studentId: people.alina, version: 0 };
  const task = {
    lessonId: today,
    version: 0,
    taskType: 'answer',
    title: 'Опрос',
    required: false,
    dueOn: '2026-10-20',
  };
  const grade = { studentId: people.alina, periodId: college.periods.first, version: 0, value: '5', reason: null };
  const at = '2026-10-07T08:00:00.000Z';
  const by = people.gulnara;
  const mark = { studentId: people.artem, value: '4', required: true, by, at };
  return [
    {
      name: 'journal.mark-cells',
      who: 'gulnara',
      input: {
        sectionId: algorithms,
        assignments: [{ ...task, assignment: { ref: 'a' }, dotForAll: true }],
        removals: [{ lessonId: today, assignment: mistake, version: 1 }],
        marks: [{ ...cell, assignment: { ref: 'a' }, value: '5', required: false, comment: 'верно' }],
        presences: [{ ...cell, studentId: people.timur, value: 'absent' }],
        homework: [{ ...cell, text: 'повторить' }],
        lessons: [lessonEdit(today, college.scheme.topics[0] ?? 0)],
        grades: [grade],
      },
    },
    {
      name: 'journal.mark-cells',
      who: 'liliya',
      input: {
        sectionId: algorithms,
        reasons: [{ ...cell, studentId: people.timur, value: 'valid', note: 'заявление' }],
      },
    },
    {
      name: 'journal.publish-grades',
      who: 'gulnara',
      input: { sectionId: algorithms, periodId: college.periods.first },
    },
    {
      name: 'journal.import-lessons',
      who: 'system',
      input: {
        lessons: [
          {
            lessonId: college.lessons.past,
            ...{
              by,
              at,
              topic: 'Ветвления',
              plannedTopicId: college.scheme.topics[2],
              lessonType: 'lecture',
              hours: 2,
            },
            ...{ homework: '§ 3', homeworkDueOn: '2026-10-12', attendanceTaken: true },
            assignments: [{ taskType: 'practical', title: 'ПЗ № 1', required: true, dueOn: null, marks: [mark] }],
            presences: [{ studentId: people.timur, value: 'absent', by, at }],
            reasons: [
              {
                studentId: people.timur,
                value: 'valid',
                note: null,
                by: people.liliya,
                at: '2026-10-08T08:00:00.000Z',
              },
            ],
          },
        ],
      },
    },
    {
      name: 'lessons.import-grades',
      who: 'system',
      input: {
        sheets: [
          {
            ...{ sectionId: algorithms, periodId: college.periods.first, by, at, publishedAt: at },
            grades: [{ studentId: people.artem, value: '5', reason: 'олимпиада' }],
          },
        ],
      },
    },
    {
      name: 'timetable.substitute-lessons',
      who: 'anton',
      input: {
        substitutions: [
          {
            lessonId: recent,
            teacherId: people.rustem,
            reason: 'болезнь',
            orderNumber: '97-к',
            orderedOn: '2026-10-11',
          },
        ],
      },
    },
    {
      name: 'timetable.lay-lessons',
      who: 'anton',
      input: {
        lessons: [
          {
            ...{
              sectionId: algorithms,
              periodId: college.periods.first,
              teacherId: people.gulnara,
              timetableEntryId: timetableEntry,
            },
            ...{ date: '2026-11-18', classPeriod: 2, room: '314', lessonType: 'lecture', hours: 2 },
          },
        ],
      },
    },
    {
      name: 'timetable.set',
      who: 'anton',
      input: {
        entries: [
          {
            ...{ sectionId: algorithms, weekday: 4, classPeriod: 3, parity: 'odd', room: '315' },
            ...{ startsOn: '2026-09-01', endsOn: '2026-12-28' },
          },
        ],
      },
    },
  ];
}

const lessonEdit = (lessonId: number, plannedTopicId: number) => ({
  ...{ lessonId, version: 0, topic: 'Понятие алгоритма', plannedTopicId, lessonType: 'lecture', hours: 2 },
  ...{ homework: '§ 1', homeworkDueOn: '2026-10-16', attendanceTaken: true },
});
