import pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { lockPeriods } from '@/features/academic-year/lock-periods';
import { markCells } from '@/features/journal/mark-cells';
import { publishGrades } from '@/features/journal/publish-grades';
import { testDatabase } from '../support/database';
import { changedTables, digestOf } from '../support/digest';
import { checkInvariants } from '../support/invariants';
import { liftLocks } from '../support/lift-locks';
import { buildWorld, type World, worldNow } from '../support/world';

const races = inject('rounds') === 'full' ? 200 : 20;
const meta = { address: 'test', device: 'test' };
let world: World;
let owner: pg.Client;
let runtime: pg.Client;
/** The whole first semester of ИСП-25-1 is filled a little and then locked. */
beforeAll(async () => {
  world = await buildWorld(testDatabase());
  owner = new pg.Client({ connectionString: testDatabase().ownerUrl });
  runtime = new pg.Client({ connectionString: testDatabase().runtimeUrl });
  await owner.connect();
  await runtime.connect();
  const { today } = world.college.lessons;
  const cell = { lessonId: today, studentId: world.people.alina, version: 0 };
  const task = { lessonId: today, version: 0, taskType: 'answer', title: '', required: false, dueOn: null };
  await markCells.execute(
    await world.actor('gulnara'),
    {
      sectionId: world.college.sections.algorithms,
      assignments: [{ ...task, assignment: { ref: 'a' } }],
      marks: [{ ...cell, assignment: { ref: 'a' }, value: '5', required: false }],
      presences: [{ ...cell, studentId: world.people.timur, value: 'absent' }],
      homework: [{ ...cell, text: 'повторить' }],
      grades: [
        { studentId: world.people.alina, periodId: world.college.periods.first, version: 0, value: '5', reason: null },
      ],
    },
    meta,
  );
  await lock();
});
beforeEach(() => testDatabase().setClock(worldNow));
afterAll(async () => {
  await owner.end();
  await runtime.end();
  await world.close();
});

async function lock(): Promise<void> {
  const { periods, groups } = world.college;
  const input = { periodIds: [periods.first], groupIds: [groups.isp], reason: 'семестр завершён' };
  await lockPeriods.execute(await world.actor('venera'), input, meta);
}

/** Past every command, as somebody with psql would: only to set a test up again. */
const unlock = () =>
  liftLocks(world.owner, { groupId: world.college.groups.isp, periodId: world.college.periods.first });

/** SQLSTATE of a statement that must fail; '' when it did not. */
const stateOf = (client: pg.Client, statement: string) =>
  client.query(statement).then(
    () => '',
    (error: { code?: string }) => error.code ?? String(error),
  );

const locked = `(SELECT id FROM lesson WHERE date = '2026-10-14' AND section_id = (SELECT min(id) FROM course_section))`;
const open = `(SELECT id FROM lesson WHERE date = '2026-10-14' AND section_id = (SELECT min(id) + 1 FROM course_section))`;
const section = '(SELECT min(id) FROM course_section)';
const student = `(SELECT id FROM person WHERE first_name = 'Артём')`;
const group = `(SELECT id FROM student_group WHERE name = 'ИСП-25-1')`;
const first = `(SELECT id FROM academic_period WHERE starts_on = '2026-09-01')`;
const second = `(SELECT id FROM academic_period WHERE starts_on = '2027-01-12')`;
const person = '(SELECT min(id) FROM staff_member)';

const statements: [string, string][] = [
  [
    'insert into lesson',
    `INSERT INTO lesson (section_id, group_id, period_id, teacher_id, date, class_period, room, lesson_type, hours) VALUES (${section}, ${group}, ${first}, ${person}, '2026-11-11', 3, '1', 'lecture', 2)`,
  ],
  ['update of lesson', `UPDATE lesson SET topic = 'другая' WHERE id = ${locked}`],
  [
    'lesson moved into another period',
    `UPDATE lesson SET period_id = ${second}, date = '2027-01-13' WHERE id = ${locked}`,
  ],
  ['lesson moved out of its journal', `UPDATE lesson SET section_id = ${section} + 1 WHERE id = ${locked}`],
  ['delete of lesson', `DELETE FROM lesson WHERE date = '2026-10-16'`],
  [
    'insert into assignment',
    `INSERT INTO assignment (lesson_id, task_type, title, ordinal) VALUES (${locked}, 'answer', '', 7)`,
  ],
  ['update of assignment', `UPDATE assignment SET title = 'другое'`],
  ['assignment moved to an open lesson', `UPDATE assignment SET lesson_id = ${open}`],
  ['delete of assignment', `DELETE FROM assignment`],
  [
    'insert into attendance',
    `INSERT INTO attendance_event (lesson_id, student_id, presence, presence_version, presence_by_id, presence_at) VALUES (${locked}, ${student}, 'absent', 1, ${person}, now())`,
  ],
  ['update of attendance', `UPDATE attendance_event SET presence = 'late'`],
  ['attendance moved to an open lesson', `UPDATE attendance_event SET lesson_id = ${open}`],
  ['delete of attendance', `DELETE FROM attendance_event`],
  [
    'insert into homework',
    `INSERT INTO individual_homework (lesson_id, student_id, text) VALUES (${locked}, ${student}, 'ещё')`,
  ],
  ['update of homework', `UPDATE individual_homework SET text = 'другое'`],
  ['homework moved to an open lesson', `UPDATE individual_homework SET lesson_id = ${open}`],
  ['delete of homework', `DELETE FROM individual_homework`],
  [
    'insert into mark',
    `INSERT INTO mark (assignment_id, student_id, value, entered_by_id, entered_at) SELECT id, ${student}, '5', ${person}, now() FROM assignment`,
  ],
  ['update of mark', `UPDATE mark SET value = '2'`],
  ['mark given to somebody else', `UPDATE mark SET student_id = ${student}`],
  ['delete of mark', `DELETE FROM mark`],
  [
    'insert into grade',
    `INSERT INTO grade (section_id, student_id, period_id, group_id, value, entered_by_id, entered_at) VALUES (${section}, ${student}, ${first}, ${group}, '5', ${person}, now())`,
  ],
  ['update of grade', `UPDATE grade SET value = '2'`],
  ['grade moved to another period', `UPDATE grade SET period_id = ${second}`],
  ['delete of grade', `DELETE FROM grade`],
  [
    'insert into substitution',
    `INSERT INTO substitution (lesson_id, absent_teacher_id, reason, order_number, ordered_on) VALUES (${locked}, ${person}, 'болезнь', '1', '2026-10-13')`,
  ],
  ['update of substitution', `UPDATE substitution SET order_number = '0' WHERE order_number = '96-к'`],
  ['substitution moved to an open lesson', `UPDATE substitution SET lesson_id = ${open}`],
  ['delete of substitution', `DELETE FROM substitution`],
  [
    'upsert of a mark',
    `INSERT INTO mark (assignment_id, student_id, value, entered_by_id, entered_at) SELECT assignment_id, student_id, '2', ${person}, now() FROM mark ON CONFLICT (assignment_id, student_id) DO UPDATE SET value = excluded.value`,
  ],
  ...['lesson', 'assignment', 'attendance_event', 'individual_homework', 'mark', 'grade', 'substitution'].map(
    (table): [string, string] => [`truncate of ${table}`, `TRUNCATE ${table} CASCADE`],
  ),
];

describe('T-082 hand-written SQL into a locked period', () => {
  it.each(statements)('%s is refused', async (_, statement) => {
    const before = await digestOf(world.owner);
    expect(await stateOf(owner, statement), 'the owner of the schema').toMatch(/^(VD00[13]|23514|23001)$/);
    expect(await stateOf(runtime, statement), 'the application').toMatch(/^(VD00[13]|23514|42501)$/);
    expect(changedTables(before, await digestOf(world.owner))).toEqual([]);
  });

  it('but the same statements are written into a period that is open: the lock refuses, nothing else', async () => {
    await unlock();
    const inserts = statements.filter(([name]) => /^(insert|update|upsert)/.test(name));
    for (const [name, statement] of inserts) {
      await owner.query('BEGIN');
      expect(await stateOf(owner, statement), name).toBe('');
      await owner.query('ROLLBACK');
    }
    await lock();
  });

  it('the commands say so in words, and nothing is written', async () => {
    const before = await digestOf(world.owner);
    const { algorithms } = world.college.sections;
    const edit = {
      lessonId: world.college.lessons.recent,
      studentId: world.people.alina,
      version: 0,
      value: 'late' as const,
    };
    const teacher = await world.actor('gulnara');
    const refusals = [
      () => markCells.execute(teacher, { sectionId: algorithms, presences: [edit] }, meta),
      () => publishGrades.execute(teacher, { sectionId: algorithms, periodId: world.college.periods.first }, meta),
    ];
    for (const refusal of refusals) await expect(refusal()).rejects.toMatchObject({ code: 'PERIOD_LOCKED' });
    const after = await digestOf(world.owner);
    expect(changedTables(before, after)).toEqual(['session']);
    expect(await checkInvariants(world.owner)).toEqual([]);
  });
});

describe('T-082 a section reopened', () => {
  it('takes entries until its time and not a minute longer; its neighbours stay locked', async () => {
    const { algorithms } = world.college.sections;
    const { recent } = world.college.lessons;
    await world.owner.sectionReopening.create({
      data: {
        sectionId: algorithms,
        periodId: world.college.periods.first,
        reason: 'ошибка в журнале, докладная № 4',
        openedAt: new Date(worldNow),
        openUntil: new Date('2026-10-14T10:00:00Z'),
        openedById: world.people.nadezhda,
      },
    });
    const save = async (version: number) =>
      markCells.execute(
        await world.actor('gulnara'),
        {
          sectionId: algorithms,
          presences: [{ lessonId: recent, studentId: world.people.artem, value: version % 2 ? null : 'late', version }],
        },
        meta,
      );
    await testDatabase().setClock('2026-10-14T09:59:59Z');
    expect((await save(0)).presences).toHaveLength(1);
    const other = `INSERT INTO lesson (section_id, group_id, period_id, teacher_id, date, class_period, room, lesson_type, hours)
      SELECT s.id, s.group_id, ${first}, ${person}, '2026-11-12', 1, '1', 'lecture', 2 FROM course_section s WHERE s.id = ${section}`;
    await owner.query('BEGIN');
    expect(await stateOf(owner, other)).toBe('');
    await owner.query('ROLLBACK');
    await testDatabase().setClock('2026-10-14T10:00:00Z');
    await expect(save(1)).rejects.toMatchObject({ code: 'PERIOD_LOCKED' });
    expect(await stateOf(owner, `UPDATE attendance_event SET presence = NULL`)).toBe('VD001');
    expect(await checkInvariants(world.owner)).toEqual([]);
  });
});

describe('T-082 a save races with the lock', () => {
  it(`is refused or stands before it, ${races} times`, { timeout: 300_000 }, async () => {
    await testDatabase().setClock('2026-10-14T11:00:00Z');
    const { algorithms } = world.college.sections;
    const lessonId = world.college.lessons.past;
    const [teacher, office] = [await world.actor('gulnara'), await world.actor('venera')];
    const keys = {
      periodIds: [world.college.periods.first],
      groupIds: [world.college.groups.isp],
      reason: 'семестр завершён',
    };
    let version = 0;
    const outcomes = { written: 0, refused: 0 };
    for (let race = 0; race < races; race += 1) {
      await unlock();
      const value = version % 2 === 0 ? ('late' as const) : null;
      const presences = [{ lessonId, studentId: world.people.alina, value, version }];
      const lead = (race % 20) - 10;
      const [save, locking] = await Promise.allSettled([
        delayed(-3 * lead, () => markCells.execute(teacher, { sectionId: algorithms, presences }, meta)),
        delayed(lead, () => lockPeriods.execute(office, keys, meta)),
      ]);
      expect(locking.status).toBe('fulfilled');
      if (save.status === 'fulfilled') {
        version += 1;
        outcomes.written += 1;
      } else {
        expect(save.reason).toMatchObject({ code: 'PERIOD_LOCKED' });
        outcomes.refused += 1;
      }
      const row = await world.owner.attendanceEvent.findFirst({
        where: { lessonId },
        select: { presenceVersion: true },
      });
      expect(row?.presenceVersion ?? 0).toBe(version);
      expect((await checkInvariants(world.owner)).filter((line) => line.startsWith('I4'))).toEqual([]);
    }
    expect(outcomes.written).toBeGreaterThan(0);
    expect(outcomes.refused).toBeGreaterThan(0);
    expect(await checkInvariants(world.owner)).toEqual([]);
  });
});

/** Begins the work a few turns of the event loop later, so that the two meet at different places. */
async function delayed<Result>(turns: number, work: () => Promise<Result>): Promise<Result> {
  for (let turn = 0; turn < turns; turn += 1) await world.owner.$queryRaw`SELECT 1`;
  return work();
}
