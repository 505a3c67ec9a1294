import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { layGroups } from '@/features/timetable/lay-groups';
import { loadLaying } from '@/features/timetable/load-laying';
import { loadWeek } from '@/features/timetable/load-week';
import { connect } from '@/server/db';
import { loadRequester } from '@/server/load-requester';
import type { PrismaClient } from '@/server/prisma/client';
import { countStatements } from '../support/count-statements';
import { testDatabase } from '../support/database';
import { dispatcher, prepareWeeks } from '../support/large-week';

let owner: PrismaClient;
let groups: number[];
let names: string[];
const period = 1;

beforeAll(async () => {
  owner = connect(testDatabase().superuserUrl, 1);
  await prepareWeeks(testDatabase(), owner, 4);
  await testDatabase().setClock('2026-08-28T08:00:00Z');
  const rows = await owner.studentGroup.findMany({ orderBy: { id: 'asc' }, select: { id: true, name: true } });
  groups = rows.map(({ id }) => id);
  names = rows.map(({ name }) => name);
  // the first group has a tenth of the others' week
  await owner.$executeRaw`UPDATE timetable_entry e SET removed_at = now() FROM course_section c WHERE c.id = e.section_id
    AND c.group_id = ${groups[0] ?? 0} AND e.section_id <> (SELECT min(id) FROM course_section WHERE group_id = ${groups[0] ?? 0})`;
});
afterAll(() => owner.$disconnect());

/** Lays these groups as the job does; what it told of its way. */
async function lay(jobId: number, ...which: number[]) {
  const told: string[] = [];
  const progress = async (done: number, total: number, note = '') => {
    told.push(`${done}/${total} ${note}`.trim());
  };
  const work = { jobId, requestedById: dispatcher, progress };
  const { result, statements } = await countStatements(() => layGroups({ period, groups: which }, work));
  return { result, statements, told };
}

const actor = async () => {
  const found = await loadRequester(dispatcher);
  if (!found) throw new Error('there is no dispatcher');
  return found;
};

describe('R-041 T-106 laying a whole college', () => {
  it('takes as many statements a group whatever its lessons, tells how far it is, and laying again changes nothing', async () => {
    const [small = 0, large = 0, ...others] = groups;
    const one = await lay(1, small);
    const ten = await lay(2, large);
    expect([one.result, ten.result]).toMatchObject([{ added: 30 }, { added: 300, shortHours: 0 }]);
    expect(ten.statements).toBeLessThanOrEqual(one.statements);
    const rest = await lay(3, ...others);
    expect(rest.result).toMatchObject({
      added: 600,
      said: expect.stringContaining('Групп: 2; занятий добавлено: 600'),
    });
    expect(rest.statements).toBeLessThanOrEqual(2 * one.statements);
    expect(rest.told).toEqual([`0/2 ${names[2]}`, `1/2 ${names[3]}`, '2/2']);
    expect((await lay(4, ...groups)).result).toMatchObject({ added: 0, changed: 0, removed: 0 });
    expect(await owner.lesson.count()).toBe(930);
  });

  it('the pages of all groups and of a group’s week ask the database a fixed number of times', async () => {
    const who = await actor();
    const all = await countStatements(() => loadLaying(who, period));
    expect(all.result?.groups.map(({ name, laid }) => [name, laid])).toContainEqual([names[1], 600]);
    expect(all.result?.clashes).toEqual([]);
    expect(all.statements).toBeLessThanOrEqual(4);
    const [small, large] = groups;
    const week = await countStatements(() => loadWeek(who, { group: large, period }));
    const shorter = await countStatements(() => loadWeek(who, { group: small, period }));
    expect(week.result?.laying).toMatchObject({ added: 0, kept: 300 });
    expect(week.statements).toBe(shorter.statements);
  });
});
