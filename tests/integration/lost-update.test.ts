import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { Actor } from '@/access/actor';
import type { MarkValue } from '@/domain/types';
import { markCells } from '@/features/journal/mark-cells';
import { db } from '@/server/db';
import { testDatabase } from '../support/database';
import { objections, type Read, type Save } from '../support/history';
import { checkInvariants } from '../support/invariants';
import { buildWorld, type World } from '../support/world';

const total = inject('rounds') === 'full' ? 2000 : 300;
const editors = 16;
const values: MarkValue[] = ['5', '4', '3', '2'];
const meta = { address: 'test', device: 'test' };

type Cell = { index: number; lessonId: number; assignment: number; studentId: number };

let world: World;
let teacher: Actor;
let cells: Cell[];
beforeAll(async () => {
  world = await buildWorld(testDatabase());
  teacher = await world.actor('gulnara');
  cells = await makeCells();
});
afterAll(() => world.close());

/** Twenty cells: five works of one lesson for four students. */
async function makeCells(): Promise<Cell[]> {
  const { recent: lessonId } = world.college.lessons;
  const task = { lessonId, version: 0, taskType: 'answer', title: '', required: false, dueOn: null };
  const assignments = [1, 2, 3, 4, 5].map((number) => ({ ...task, assignment: { ref: `a${number}` } }));
  const { refs } = await markCells.execute(
    teacher,
    { sectionId: world.college.sections.algorithms, assignments },
    meta,
  );
  const { alina, timur, artem, igor } = world.people;
  return Object.values(refs)
    .flatMap((assignment) => [alina, timur, artem, igor].map((studentId) => ({ lessonId, assignment, studentId })))
    .map((cell, index) => ({ ...cell, index }));
}

type Answer = { version: number; value: string | null; written: boolean };
type Backend = (cell: Cell, value: MarkValue, based: number) => Promise<Answer>;

const product: Backend = async ({ lessonId, assignment, studentId }, value, version) => {
  const marks = [{ lessonId, assignment, studentId, value, required: false, version }];
  const answer = await markCells.execute(teacher, { sectionId: world.college.sections.algorithms, marks }, meta);
  const [conflict] = answer.conflicts;
  if (conflict) return { version: conflict.version, value: conflict.value, written: false };
  return { version: answer.marks[0]?.version ?? 0, value, written: true };
};

/** The same without the check of the version: reads, thinks and writes. */
const careless: Backend = async ({ assignment, studentId }, value) => {
  const rows = await db().$queryRaw<{ version: number }[]>`
    SELECT version FROM mark WHERE assignment_id = ${assignment} AND student_id = ${studentId}`;
  const version = (rows[0]?.version ?? 0) + 1;
  await db().$executeRaw`
    INSERT INTO mark (assignment_id, student_id, value, version, entered_by_id, entered_at)
    VALUES (${assignment}, ${studentId}, ${value}, ${version}, ${teacher.personId}, app_now())
    ON CONFLICT (assignment_id, student_id) DO UPDATE SET value = excluded.value, version = excluded.version`;
  return { version, value, written: true };
};

async function read({ index, assignment, studentId }: Cell, tick: () => number): Promise<Read> {
  const sent = tick();
  const row = await db().mark.findUnique({
    where: { assignmentId_studentId: { assignmentId: assignment, studentId } },
    select: { version: true, value: true },
  });
  return { cell: index, sent, answered: tick(), version: row?.version ?? 0, value: row?.value ?? null };
}

/** Editors that each look at a random cell now and then and save over what they last saw of it. */
async function edit(backend: Backend, count: number): Promise<{ saves: Save[]; reads: Read[] }> {
  const [saves, reads]: [Save[], Read[]] = [[], []];
  let clock = 0;
  const tick = () => (clock += 1);
  let left = count;
  const work = async (editor: number) => {
    const random = seeded(editor + 1);
    const seen = new Map<number, number>();
    while (left > 0) {
      left -= 1;
      const cell = cells[Math.floor(random() * cells.length)] as Cell;
      if (!seen.has(cell.index) || random() < 0.3) {
        const found = await read(cell, tick);
        reads.push(found);
        seen.set(cell.index, found.version);
      }
      const value = values[Math.floor(random() * values.length)] ?? '5';
      const based = seen.get(cell.index) ?? 0;
      const sent = tick();
      const { version, value: shown, written } = await backend(cell, value, based);
      const save = { editor, cell: cell.index, based, value, sent, answered: tick(), version };
      saves.push(written ? { ...save, outcome: 'written' } : { ...save, outcome: 'conflict', shown });
      seen.set(cell.index, version);
    }
  };
  await Promise.all(Array.from({ length: editors }, (_, editor) => work(editor)));
  return { saves, reads };
}

/** A small generator of numbers in [0, 1): the same ones in every run. */
function seeded(seed: number): () => number {
  let state = seed * 2_654_435_761;
  return () => {
    state = (Math.imul(state ^ (state >>> 15), 2_246_822_519) + 374_761_393) >>> 0;
    return state / 2 ** 32;
  };
}

describe('T-083 nobody loses an update', () => {
  it(`${editors} editors, ${total} saves on 20 cells: the history is linear`, { timeout: 300_000 }, async () => {
    const { saves, reads } = await edit(product, total);
    expect(saves.length).toBeGreaterThanOrEqual(total);
    expect(saves.filter((save) => save.outcome === 'conflict').length).toBeGreaterThan(total / 20);
    expect(objections(saves, reads)).toEqual([]);
    const present = await world.owner.mark.findMany({
      select: { assignmentId: true, studentId: true, version: true, value: true },
    });
    for (const cell of cells) {
      const last = saves
        .filter((save) => save.cell === cell.index && save.outcome === 'written')
        .sort((one, other) => other.version - one.version)[0];
      const row = present.find((mark) => mark.assignmentId === cell.assignment && mark.studentId === cell.studentId);
      expect([row?.version ?? 0, row?.value ?? null]).toEqual([last?.version ?? 0, last?.value ?? null]);
    }
    expect(await checkInvariants(world.owner)).toEqual([]);
  });

  it('control: without the check of the version the judge objects', async () => {
    await world.owner.$executeRaw`DELETE FROM mark`;
    const { saves, reads } = await edit(careless, 300);
    expect(objections(saves, reads).length).toBeGreaterThan(10);
    expect((await checkInvariants(world.owner)).some((line) => line.startsWith('I2'))).toBe(true);
  });

  it.each([
    ['two writes of one version', { version: 1, based: 0, value: '4' }, 'stands in place'],
    ['a write over what was not seen', { version: 2, based: 0, value: '4' }, 'overwrote unseen'],
    ['a conflict that shows another value', { version: 1, based: 0, value: '4', shown: '2' }, 'was shown as 2'],
    ['a conflict without a reason', { version: 1, based: 1, value: '4', shown: '5' }, 'refused though'],
  ] as const)('control: %s', (_, second, complaint) => {
    const place = { editor: 0, cell: 0, sent: 1, answered: 2 };
    const first: Save = { ...place, based: 0, version: 1, value: '5', outcome: 'written' };
    const other: Save =
      'shown' in second
        ? { ...place, ...second, sent: 3, answered: 4, outcome: 'conflict' }
        : { ...place, ...second, sent: 3, answered: 4, outcome: 'written' };
    expect(objections([first, other], []).join()).toContain(complaint);
  });
});
