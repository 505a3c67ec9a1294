import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { markCells } from '@/features/journal/mark-cells';
import { connect } from '@/server/db';
import type { PrismaClient } from '@/server/prisma/client';
import { testDatabase } from '../support/database';
import { demoPatience, openDemoCollege } from '../support/demo-college';
import { checkInvariants } from '../support/invariants';
import { buildWorld, type World } from '../support/world';

describe('the checker objects to what it is there to notice', () => {
  let world: World;
  let superuser: PrismaClient;
  beforeAll(async () => {
    world = await buildWorld(testDatabase());
    superuser = connect(testDatabase().superuserUrl, 1);
    const { today } = world.college.lessons;
    const cell = { lessonId: today, studentId: world.people.alina, version: 0 };
    const task = { lessonId: today, version: 0, taskType: 'answer', title: '', required: false, dueOn: null };
    const periodId = world.college.periods.first;
    await markCells.execute(
      await world.actor('gulnara'),
      {
        sectionId: world.college.sections.algorithms,
        assignments: [{ ...task, assignment: { ref: 'a' } }],
        marks: [{ ...cell, assignment: { ref: 'a' }, value: '5', required: false }],
        presences: [{ ...cell, studentId: world.people.timur, value: 'absent' }],
        lessons: [{ lessonId: today, version: 0, topic: 'Понятие алгоритма' }],
        grades: [{ studentId: world.people.alina, periodId, version: 0, value: '5', reason: null }],
      },
      { address: 'test', device: 'test', idempotencyKey: 'checker-1' },
    );
  });
  afterAll(async () => {
    await superuser.$disconnect();
    await world.close();
  });

  it('and to nothing else', async () => {
    expect(await checkInvariants(world.owner)).toEqual([]);
  });

  it.each([
    ['I1', 'an answer gone', 'UPDATE idempotency_answer SET answer = NULL'],
    ['I2', 'a mark changed past the gate', "UPDATE mark SET value = '4'"],
    ['I2', 'a mark gone with its history left', 'DELETE FROM mark'],
    ['I2', 'a mark without a step', "UPDATE audit_change SET field = 'note' WHERE entity = 'mark' AND field = 'value'"],
    [
      'I2',
      'a step that begins elsewhere',
      "UPDATE audit_change SET before = '3' WHERE entity = 'mark' AND field = 'value'",
    ],
    ['I2', 'an absence turned', "UPDATE attendance_event SET presence = 'late'"],
    ['I2', 'a topic rewritten', "UPDATE lesson SET topic = 'Циклы' WHERE topic <> ''"],
    ['I2', 'a task renamed', "UPDATE assignment SET title = 'Контрольная'"],
    ['I2', 'a grade with another reason', "UPDATE grade SET reason = 'потому что'"],
    ['I3', 'a version skipped', 'UPDATE mark SET version = 3'],
    ['I3', 'a lesson without its step', "UPDATE audit_change SET version = NULL WHERE entity = 'lesson'"],
    ['I4', 'a change younger than the lock', "UPDATE group_period SET locked_at = '2026-10-01', locked_by_id = 1"],
    ['I5', 'another average', 'UPDATE grade SET average = 4.5'],
    ['I5', 'another proposal', "UPDATE grade SET proposed = '4'"],
    [
      'I6',
      'a stranger in the journal',
      'UPDATE mark SET student_id = (SELECT max(student_id) FROM enrollment e JOIN student_group g ON g.id = e.group_id AND entry_year = 2026)',
    ],
    ['I6', 'a history of nobody', "UPDATE audit_change SET lesson_id = 999999 WHERE entity = 'attendance'"],
    ['I6', 'a guard switched off', 'ALTER TABLE mark DISABLE TRIGGER guard_update'],
  ])('%s: %s', async (invariant, _, statement) => {
    const undone = new Error('undone');
    const found: string[] = [];
    await superuser
      .$transaction(async (tx) => {
        if (!statement.startsWith('ALTER')) await tx.$executeRawUnsafe('SET LOCAL session_replication_role = replica');
        await tx.$executeRawUnsafe(statement);
        found.push(...(await checkInvariants(tx as PrismaClient)));
        throw undone;
      })
      .catch((error: unknown) => {
        if (error !== undone) throw error;
      });
    expect(found.map((line) => line.slice(0, 2))).toContain(invariant);
  });
});

describe('T-086 the demo college', () => {
  it('every value of every cell replays from its history; averages, locks and places hold (I1–I6)', {
    timeout: demoPatience,
  }, async () => {
    const { owner, close } = await openDemoCollege();
    try {
      const [counts] = await owner.$queryRaw<{ marks: number; steps: number }[]>`
        SELECT (SELECT count(*)::int FROM mark) AS marks, (SELECT count(*)::int FROM audit_change) AS steps`;
      expect(counts?.marks).toBeGreaterThan(10_000);
      expect(counts?.steps).toBeGreaterThan(counts?.marks ?? 0);
      expect(await checkInvariants(owner)).toEqual([]);
    } finally {
      await close();
    }
  });
});
