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

describe('a teacher fills the lesson of today', () => {
  it('writes mark, absence, topic and homework in one batch, with one audit event (R-057, R-059, R-060, T-080)', async () => {
    const { today } = world.college.lessons;
    const answer = await save('gulnara', {
      ...marked(today, world.people.alina),
      presences: [{ lessonId: today, studentId: world.people.timur, value: 'absent', version: 0 }],
      lessons: [
        {
          lessonId: today,
          version: 0,
          topic: 'Понятие алгоритма',
          plannedTopicId: world.college.scheme.topics[0] ?? null,
          homework: '§ 1',
        },
      ],
    });
    expect(answer.conflicts).toEqual([]);
    expect(answer.marks).toMatchObject([{ studentId: world.people.alina, version: 1, value: '5', late: false }]);
    expect(answer.lessons).toMatchObject([{ lessonId: today, version: 1, late: false }]);
    const lesson = await world.owner.lesson.findUniqueOrThrow({ where: { id: today } });
    expect(lesson).toMatchObject({
      state: 'held',
      attendanceTaken: true,
      topic: 'Понятие алгоритма',
      enteredById: world.people.gulnara,
    });
    const events = await world.owner.auditEvent.findMany({
      where: { command: 'journal.mark-cells' },
      include: { changes: true },
    });
    expect(events).toHaveLength(1);
    expect(events[0]).toMatchObject({
      personId: world.people.gulnara,
      objectId: world.college.sections.algorithms,
      result: 'ok',
    });
    expect(events[0]?.changes).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          entity: 'mark',
          field: 'value',
          before: null,
          after: '5',
          studentId: world.people.alina,
        }),
        expect.objectContaining({
          entity: 'attendance',
          field: 'presence',
          after: 'absent',
          studentId: world.people.timur,
        }),
        expect.objectContaining({ entity: 'lesson', field: 'topic', before: '', after: 'Понятие алгоритма' }),
      ]),
    );
  });

  it('puts the obligatory dot on everybody whose row is open and the late mark into the same cell (R-062…R-064)', async () => {
    const { past } = world.college.lessons;
    await testDatabase().setClock('2026-10-07T09:00:00Z');
    const dots = await save('gulnara', {
      assignments: [
        {
          lessonId: past,
          assignment: { ref: 'pz' },
          version: 0,
          taskType: 'practical',
          title: 'ПЗ № 1',
          required: true,
          dueOn: null,
          dotForAll: true,
        },
      ],
      presences: [{ lessonId: past, studentId: world.people.timur, value: 'absent', version: 0 }],
    });
    const withDot = dots.marks.map((mark) => mark.studentId).sort();
    expect(withDot).toEqual([world.people.alina, world.people.timur, world.people.artem, world.people.pavel].sort());
    await testDatabase().setClock('2026-10-28T09:00:00Z');
    const assignmentId = dots.refs.pz ?? 0;
    const late = await save('gulnara', {
      marks: [
        {
          lessonId: past,
          studentId: world.people.timur,
          assignment: assignmentId,
          value: '4',
          required: true,
          version: 1,
        },
      ],
    });
    expect(late.marks).toMatchObject([{ version: 2, value: '4', late: true }]);
    const stored = await world.owner.mark.findUniqueOrThrow({
      where: { assignmentId_studentId: { assignmentId, studentId: world.people.timur } },
    });
    expect(stored.enteredAt.toISOString()).toBe('2026-10-28T09:00:00.000Z');
  });
});

describe('presence and reason have two authors (C-01, R-080)', () => {
  it('lets the curator give the reason and nothing else', async () => {
    const { recent } = world.college.lessons;
    const cell = { lessonId: recent, studentId: world.people.artem };
    await save('gulnara', { presences: [{ ...cell, value: 'absent', version: 0 }] });
    expect(await refused(() => save('gulnara', { reasons: [{ ...cell, value: 'valid', version: 0 }] }))).toBe(
      'ATTENDANCE_NOT_YOURS',
    );
    const answer = await save('liliya', { reasons: [{ ...cell, value: 'valid', version: 0 }] });
    expect(answer.reasons).toEqual([{ ...cell, version: 1 }]);
    expect(await refused(() => save('liliya', { presences: [{ ...cell, value: null, version: 1 }] }))).toBe(
      'ATTENDANCE_NOT_YOURS',
    );
    await save('gulnara', { presences: [{ ...cell, value: null, version: 1 }] });
    const stored = await world.owner.attendanceEvent.findUniqueOrThrow({ where: { lessonId_studentId: cell } });
    expect(stored).toMatchObject({ presence: null, presenceVersion: 2, reason: null, reasonVersion: 2 });
  });

  it('refuses a reason for somebody who was there', async () => {
    const cell = { lessonId: world.college.lessons.recent, studentId: world.people.alina };
    expect(await refused(() => save('liliya', { reasons: [{ ...cell, value: 'valid', version: 0 }] }))).toBe('INVALID');
  });
});

describe('a substitute (R-044, T-030)', () => {
  it('writes into the substituted lesson only, until its window ends', async () => {
    const { substituted, recent } = world.college.lessons;
    const answer = await save('liliya', marked(substituted, world.people.artem));
    expect(answer.marks).toHaveLength(1);
    expect(await refused(() => save('liliya', marked(recent, world.people.artem)))).toBe('FORBIDDEN');
    await testDatabase().setClock('2026-10-27T19:59:00Z');
    expect((await world.actor('liliya')).substitutes).toHaveLength(1);
    await testDatabase().setClock('2026-10-27T20:00:00Z');
    expect((await world.actor('liliya')).substitutes).toHaveLength(0);
  });
});

describe('nobody overwrites unseen (T-083, T-084)', () => {
  it('answers a stale version with the other value, its author and time', async () => {
    const { recent } = world.college.lessons;
    const first = await save('gulnara', marked(recent, world.people.timur, '3'));
    const assignment = first.refs.a ?? 0;
    const cell = { lessonId: recent, studentId: world.people.timur, assignment, required: false };
    await save('gulnara', { marks: [{ ...cell, value: '4', version: 1 }] });
    const stale = await save('gulnara', { marks: [{ ...cell, value: '2', version: 1 }] });
    expect(stale.marks).toEqual([]);
    expect(stale.conflicts).toMatchObject([
      { kind: 'mark', value: '4', version: 2, by: 'Хабибуллина Г.', at: worldNow },
    ]);
  });

  it('carries one request out once, and refuses its key with another body', async () => {
    const { recent } = world.college.lessons;
    const edits = marked(recent, world.people.igor);
    const one = await save('gulnara', edits, { key: 'key-00000001' });
    const again = await save('gulnara', edits, { key: 'key-00000001' });
    expect(again).toEqual(one);
    expect(await refused(() => save('gulnara', marked(recent, world.people.alina), { key: 'key-00000001' }))).toBe(
      'DUPLICATE_KEY',
    );
    expect(await world.owner.mark.count({ where: { studentId: world.people.igor } })).toBe(1);
  });
});
