import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { testDatabase } from '../support/database';
import { journalDesk, marked } from '../support/journal-desk';
import { buildWorld, type World, worldNow } from '../support/world';

let world: World;
beforeAll(async () => {
  world = await buildWorld(testDatabase());
});
beforeEach(() => testDatabase().setClock(worldNow));
afterAll(() => world.close());

const { save, refused } = journalDesk(() => world);

describe('refusals write nothing', () => {
  const lessons = () => world.college.lessons;
  const cases: [string, string, () => Promise<unknown>][] = [
    ['another teacher', 'NOT_FOUND', () => save('rustem', marked(lessons().today, world.people.alina))],
    ['a parent', 'FORBIDDEN', () => save('renata', marked(lessons().today, world.people.alina))],
    [
      'the deputy, who only reads (R-010)',
      'FORBIDDEN',
      () => save('nadezhda', marked(lessons().today, world.people.alina)),
    ],
    ['the curator with a mark', 'FORBIDDEN', () => save('liliya', marked(lessons().today, world.people.alina))],
    [
      'a lesson of another section (T-023)',
      'NOT_FOUND',
      () => save('gulnara', marked(lessons().foreign, world.people.arslan)),
    ],
    ['a lesson ahead', 'NOT_YET_HELD', () => save('gulnara', marked(lessons().ahead, world.people.alina))],
    [
      'a stranger to the group (R-033)',
      'NOT_ENROLLED',
      () => save('gulnara', marked(lessons().today, world.people.mira)),
    ],
    ['a student before the move', 'NOT_ENROLLED', () => save('gulnara', marked(lessons().past, world.people.igor))],
    ['a student on academic leave', 'ROW_CLOSED', () => save('gulnara', marked(lessons().today, world.people.pavel))],
    [
      'a student on home study (R-075)',
      'ROW_CLOSED',
      () => save('gulnara', marked(lessons().today, world.people.kirill)),
    ],
    [
      'a locked period (T-082)',
      'PERIOD_LOCKED',
      () => save('gulnara', marked(lessons().closed, world.people.alina), { sectionId: world.college.sections.closed }),
    ],
    [
      'a mark without its task (R-060)',
      'NOT_FOUND',
      () =>
        save('gulnara', {
          marks: [
            {
              lessonId: lessons().today,
              studentId: world.people.alina,
              assignment: 999_999,
              value: '5',
              required: false,
              version: 0,
            },
          ],
        }),
    ],
    [
      'a mark outside the scale',
      'WRONG_SCALE',
      () =>
        save('gulnara', {
          ...marked(lessons().today, world.people.alina),
          marks: [
            {
              lessonId: lessons().today,
              studentId: world.people.alina,
              assignment: { ref: 'a' },
              value: 'pass',
              required: false,
              version: 0,
            },
          ],
        }),
    ],
    [
      'an unknown field (T-029)',
      'INVALID',
      () => save('gulnara', { ...marked(lessons().today, world.people.alina), isAdmin: true } as never),
    ],
    ['an empty batch', 'INVALID', () => save('gulnara', {})],
  ];
  it.each(cases)('%s → %s', async (_, code, work) => {
    expect(await refused(work)).toBe(code);
  });

  it('after the window of correction has closed (G-05)', async () => {
    await testDatabase().setClock('2026-11-20T09:00:00Z');
    expect(await refused(() => save('gulnara', marked(lessons().recent, world.people.alina)))).toBe('WINDOW_CLOSED');
  });
});
