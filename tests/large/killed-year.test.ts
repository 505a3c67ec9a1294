import { expect, inject, test } from 'vitest';
import { connect } from '@/server/db';
import { cloneDatabase } from '../support/clone';
import { demoPatience } from '../support/demo-college';
import { ensureDemoTemplate } from '../support/e2e-template';
import { closedCopy, killYear, type Moment } from '../support/year-killer';

/** Moments that look random and are always the same. */
const times: readonly Moment[] = Array.from({ length: inject('rounds') === 'full' ? 5 : 1 }, (_, n) => ({
  time: ((n + 1) * 0.618034) % 1,
}));

test('T-105 whoever closes or opens the demo college’s year is killed from outside at any moment', {
  timeout: demoPatience,
}, async () => {
  const server = inject('postgres');
  const database = await cloneDatabase(server, await ensureDemoTemplate(server));
  await database.setClock('2027-07-02T08:00:00Z');
  const owner = connect(database.ownerUrl, 1);
  const { id: yearId } = await owner.academicYear.findFirstOrThrow({ where: { name: '2026/2027' } });
  await owner.$disconnect();
  const closed = await closedCopy(database.name, yearId);
  try {
    const closing = await killYear(database.name, { act: 'close', yearId }, () => times);
    const opening = await killYear(closed.name, { act: 'open', yearId }, () => times);
    console.log(JSON.stringify({ closing, opening }));
    expect(closing.nothing).toBeGreaterThan(0);
    expect(opening.nothing).toBeGreaterThan(0);
  } finally {
    await closed.drop();
    await database.drop();
  }
});
