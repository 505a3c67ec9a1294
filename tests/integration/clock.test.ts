import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { lockPeriods } from '@/features/academic-year/lock-periods';
import { loadJournal } from '@/features/journal/load-journal';
import { markCells } from '@/features/journal/mark-cells';
import { printLedger } from '@/reports/ledger/print-ledger';
import { testDatabase } from '../support/database';
import { checkInvariants } from '../support/invariants';
import { buildWorld, type World, worldNow } from '../support/world';

const meta = { address: 'test', device: 'test' };
const hour = 3_600_000;
let world: World;
beforeAll(async () => {
  world = await buildWorld(testDatabase());
});
afterEach(() => {
  vi.useRealTimers();
});
afterAll(() => world.close());

/** The clock of the machine on which the application runs shows something else than that of the database. */
function machineClock(offset: number): void {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date(Date.parse(worldNow) + offset) });
}

const versions = new Map<number, number>();
/** Turns alina's presence at the lesson over, from the version that the last save left. */
const save = async (lessonId: number) => {
  const version = versions.get(lessonId) ?? 0;
  const presence = {
    lessonId,
    studentId: world.people.alina,
    value: version % 2 === 0 ? ('late' as const) : null,
    version,
  };
  const input = { sectionId: world.college.sections.algorithms, presences: [presence] };
  const answer = await markCells.execute(await world.actor('gulnara'), input, meta);
  versions.set(lessonId, version + answer.presences.length);
  return answer;
};

describe.each([
  ['−2 hours', -2 * hour],
  ['+2 hours', 2 * hour],
  ['+1 day', 24 * hour],
  ['−40 days', -40 * 24 * hour],
])('T-085 T-103 the machine’s clock is wrong by %s', (_, offset) => {
  it('an entry bears the moment of the database, in table, audit and answer', async () => {
    await testDatabase().setClock(worldNow);
    machineClock(offset);
    const answer = await save(world.college.lessons.today);
    expect(answer.savedAt).toBe(worldNow);
    const row = await world.owner.attendanceEvent.findFirstOrThrow({
      where: { studentId: world.people.alina, lessonId: world.college.lessons.today },
    });
    expect(row.presenceAt?.toISOString()).toBe(worldNow);
    const act = await world.owner.auditEvent.findFirstOrThrow({ orderBy: { id: 'desc' } });
    expect(act.at.toISOString()).toBe(worldNow);
  });

  it('windows open and close by the database: tomorrow’s lesson is ahead, an old one is closed, to the minute', async () => {
    const { past, ahead } = world.college.lessons;
    machineClock(offset);
    await testDatabase().setClock('2026-10-15T19:59:59Z');
    await expect(save(ahead)).rejects.toMatchObject({ code: 'NOT_YET_HELD' });
    await testDatabase().setClock('2026-10-21T19:59:59Z');
    const { view } = (await loadJournal(await world.actor('gulnara'), world.college.sections.algorithms)) ?? {};
    expect(view?.today).toBe('2026-10-21');
    expect(view?.lessons.find(({ id }) => id === past)?.editable).toBe(true);
    await testDatabase().setClock('2026-10-21T20:00:00Z');
    await expect(save(past)).rejects.toMatchObject({ code: 'WINDOW_CLOSED' });
  });

  it('lateness is judged by the database', async () => {
    machineClock(offset);
    const late = async () => (await save(world.college.lessons.substituted)).presences.map((presence) => presence.late);
    await testDatabase().setClock('2026-10-13T19:59:59Z');
    expect(await late()).toEqual([false]);
    await testDatabase().setClock('2026-10-13T20:00:00Z');
    expect(await late()).toEqual([true]);
  });

  it('sessions and papers live by the database', async () => {
    await testDatabase().setClock(worldNow);
    machineClock(offset);
    expect(await world.actor('venera')).toMatchObject({ today: '2026-10-14' });
    const input = { group: world.college.groups.isp, period: world.college.periods.first };
    const { code } = await printLedger.execute(await world.actor('venera'), input, meta);
    const paper = await world.owner.printedDocument.findUniqueOrThrow({ where: { code } });
    expect(paper.printedAt.toISOString()).toBe(worldNow);
  });
});

describe('T-085 order is the sequence, not the time', () => {
  it('a clock set back during the work turns no history round; a lock stands where it was set', async () => {
    await testDatabase().setClock('2026-10-14T12:00:00Z');
    await save(world.college.lessons.today);
    await testDatabase().setClock('2026-10-14T10:00:00Z');
    await save(world.college.lessons.today);
    const lock = {
      periodIds: [world.college.periods.first],
      groupIds: [world.college.groups.isp],
      reason: 'семестр завершён',
    };
    await lockPeriods.execute(await world.actor('venera'), lock, meta);
    const steps = await world.owner.auditChange.findMany({
      where: { entity: 'attendance', lessonId: world.college.lessons.today },
      orderBy: { id: 'asc' },
      select: { version: true },
    });
    expect(steps.map((step) => step.version)).toEqual(steps.map((_, index) => index + 1));
    expect(await checkInvariants(world.owner)).toEqual([]);
  });
});
