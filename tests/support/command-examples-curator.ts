import type { Example } from './command-example';
import type { Prepared } from './command-prepared';
import type { World } from './world';

/** Of the curator's day and of the notes that parents send. `n` names another day and another note each round. */
export function curatorExamples({ college, people }: World, { notes }: Prepared, n: number): Example[] {
  const { today: lessonId, substituted } = college.lessons;
  const [accepted, declined, withdrawn] = notes.slice(3 * (n - 1));
  const span = (date: string) => ({ startsOn: date, endsOn: date, firstPeriod: 1, lastPeriod: 2 });
  const reason = { lessonId, studentId: people.timur, value: 'invalid', version: 1, note: 'объяснительной нет' };
  const presence = { lessonId: substituted, studentId: people.alina, value: 'late', version: 0 };
  return [
    {
      name: 'attendance.mark-day',
      who: 'liliya',
      input: { groupId: college.groups.isp, presences: [presence], reasons: [reason] },
    },
    {
      name: 'absence-notes.report',
      who: 'renata',
      input: {
        ...{ studentId: people.alina, ...span(`2026-10-2${n}`) },
        ...{ kind: 'doctor', text: 'к врачу до 12:00', document: true },
      },
    },
    { name: 'absence-notes.accept', who: 'liliya', input: { noteId: accepted, reason: 'valid' } },
    { name: 'absence-notes.decline', who: 'liliya', input: { noteId: declined, reply: 'Он был на занятии.' } },
    { name: 'absence-notes.withdraw', who: 'renata', input: { noteId: withdrawn } },
    {
      name: 'absence-notes.excuse-days',
      who: 'liliya',
      input: {
        ...{ groupId: college.groups.isp, studentId: people.timur, ...span('2026-10-14') },
        ...{ reason: 'sick', document: true },
      },
    },
  ];
}

/** Two rounds of notes of pairs in which nobody has lessons: two of Artem's father, one of Alina's mother. */
export async function prepareNotes({ owner, college, people }: World): Promise<number[]> {
  const { artem, viktor, alina, renata } = people;
  const note = (day: number, studentId: number, authorId: number) => {
    const date = new Date(Date.UTC(2026, 9, day));
    const span = { startsOn: date, endsOn: date, firstPeriod: 12, lastPeriod: 12 };
    return { groupId: college.groups.isp, studentId, authorId, createdAt: date, ...span, kind: 'family' };
  };
  const made = await owner.absenceNote.createManyAndReturn({
    data: [1, 5].flatMap((day) => [
      note(day, artem, viktor),
      note(day + 1, artem, viktor),
      note(day + 2, alina, renata),
    ]),
    select: { id: true },
  });
  return made.map(({ id }) => id);
}
