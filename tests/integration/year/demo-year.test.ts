import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PrismaClient } from '@/server/prisma/client';
import { type DemoCollege, demoPatience, openDemoCollege } from '../../support/demo-college';
import { goThroughYear } from '../../support/year-round';

let college: DemoCollege;
let owner: PrismaClient;

beforeAll(async () => {
  college = await openDemoCollege();
  owner = college.owner;
  await college.setClock('2027-07-02T08:00:00Z');
}, demoPatience);
afterAll(() => college?.close());

it('R-126 most of the demo college’s parents come to the diary, some never', async () => {
  const visits = await owner.securityEvent.groupBy({ by: ['personId'], where: { kind: 'signIn' } });
  const parents = await owner.account.count({ where: { person: { guardianOf: { some: {} } } } });
  expect(visits.length / parents).toBeGreaterThan(0.8);
  expect(visits.length).toBeLessThan(parents);
});

describe('T-105 the demo college’s year is closed, undone, closed, and the next one opened', () => {
  it('each is all or nothing, the undoing exact, and I1–I6 hold', { timeout: 300_000 }, async () => {
    const { id: yearId } = await owner.academicYear.findFirstOrThrow({ where: { name: '2026/2027' } });
    const { closed, opened } = await goThroughYear(owner, yearId);
    expect(closed.graduated + closed.promoted + closed.conditional + closed.others).toBeGreaterThan(300);
    expect(opened).toMatchObject({ name: '2027/2028' });
    const groups = await owner.studentGroup.count({
      where: { periods: { some: { period: { yearId: opened.yearId } } } },
    });
    expect(groups).toBe(opened.groups);
    // what is placed again is most of a week, and every journal with a place has its lessons
    expect(opened.dropped).toBeLessThan(opened.entries / 4);
    expect(opened.withoutTeacher).toBeLessThan(opened.sections / 10);
    expect(opened.lessons).toBeGreaterThan(opened.groups * 300);
  });
});
