import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { closeYear } from '@/features/academic-year/close-year';
import { openNextYear } from '@/features/academic-year/open-next-year';
import { undoClosing } from '@/features/academic-year/undo-closing';
import { connect, db, useDatabase as workOn } from '@/server/db';
import type { PrismaClient } from '@/server/prisma/client';
import { runAs, systemActorNow } from '@/server/system-actor';
import { cloneDatabase, type TestDatabase } from '../../support/clone';
import { changedTables, digestOf } from '../../support/digest';
import { ensureDemoTemplate } from '../../support/e2e-template';
import { checkInvariants } from '../../support/invariants';

let copy: TestDatabase;
let owner: PrismaClient;
let client: PrismaClient;
const usual = db();

beforeAll(async () => {
  const server = inject('postgres');
  copy = await cloneDatabase(server, await ensureDemoTemplate(server));
  owner = connect(copy.superuserUrl, 2);
  client = connect(copy.runtimeUrl);
  workOn(client);
  await copy.setClock('2027-07-02T08:00:00Z');
}, 600_000);
afterAll(async () => {
  workOn(usual);
  await client.$disconnect();
  await owner.$disconnect();
  await copy.drop();
});

it('R-126 most of the demo college’s parents come to the diary, some never', async () => {
  const visits = await owner.securityEvent.groupBy({ by: ['personId'], where: { kind: 'signIn' } });
  const parents = await owner.account.count({ where: { person: { guardianOf: { some: {} } } } });
  expect(visits.length / parents).toBeGreaterThan(0.8);
  expect(visits.length).toBeLessThan(parents);
});

describe('T-105 the demo college’s year is closed, undone, closed, and the next one opened', () => {
  it('each is all or nothing, the undoing exact, and I1–I6 hold', { timeout: 300_000 }, async () => {
    const actor = await systemActorNow();
    const { id: yearId } = await owner.academicYear.findFirstOrThrow({ where: { name: '2026/2027' } });
    const close = () => runAs(actor, closeYear, { yearId, reason: 'показательный год кончается в ноябре' });
    const before = await digestOf(owner);
    const closed = await close();
    expect(closed.graduated + closed.promoted + closed.conditional + closed.others).toBeGreaterThan(300);
    expect(await checkInvariants(owner)).toEqual([]);
    await runAs(actor, undoClosing, { yearId, reason: 'проверка' });
    expect(changedTables(before, await digestOf(owner)).sort()).toEqual([
      'audit_change',
      'audit_event',
      'year_closing',
    ]);
    expect(await close()).toEqual(closed);
    const opened = await runAs(actor, openNextYear, { yearId });
    expect(opened).toMatchObject({ name: '2027/2028' });
    const groups = await owner.studentGroup.count({
      where: { periods: { some: { period: { yearId: opened.yearId } } } },
    });
    expect(groups).toBe(opened.groups);
    // what is placed again is most of a week, and every journal with a place has its lessons
    expect(opened.dropped).toBeLessThan(opened.entries / 4);
    expect(opened.withoutTeacher).toBeLessThan(opened.sections / 10);
    expect(opened.lessons).toBeGreaterThan(opened.groups * 300);
    expect(await checkInvariants(owner)).toEqual([]);
  });
});
