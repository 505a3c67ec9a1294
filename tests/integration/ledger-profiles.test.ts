import { buffer } from 'node:stream/consumers';
import { afterEach, describe, expect, it } from 'vitest';
import { profiles } from '@/domain/regulation/profiles';
import { printedLedger } from '@/reports/ledger/ledger-pdf';
import { printLedger } from '@/reports/ledger/print-ledger';
import { verifyLedger } from '@/reports/ledger/verify-ledger';
import { connect, db, useDatabase as switchDatabase } from '@/server/db';
import { freshDatabase } from '../support/database';
import { fillJournal } from '../support/filled-journal';
import { readPdf } from '../support/read-pdf';
import { buildWorld } from '../support/world';

const usual = db();
const undo: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  switchDatabase(usual);
  for (const step of undo.splice(0)) await step();
});

describe('C-01…C-26 every profile prints its ledger', () => {
  it.each(['s0', 's1', 's2', 's3', 's4'] as const)('%s: in its own words, checked, drawn again', async (profile) => {
    const database = await freshDatabase();
    const client = connect(database.runtimeUrl);
    switchDatabase(client);
    const world = await buildWorld(database, profile);
    undo.push(() => client.$disconnect(), world.close, database.drop);
    if (profile === 's0') await fillJournal(world, database);
    const { groups, periods } = world.college;
    const actor = await world.actor('venera');
    const input = { group: groups.isp, period: periods.first };
    const paper = await printLedger.execute(actor, input, { address: 'test', device: 'test' });
    const file = await printedLedger(actor, paper.code, new AbortController().signal);
    if (!file) throw new Error('the paper is not drawn');
    const pages = await readPdf(await buffer(file.stream));
    const text = pages.map((page) => page.text).join(' ');
    expect(pages).toHaveLength(paper.pages);
    expect(text).toContain(profiles[profile].print.reportTitles.periodLedger);
    for (const name of ['Давлетшина', 'Абдуллин', 'Сафин']) expect(text).toContain(name);
    for (const { title } of profiles[profile].print.signatories) expect(text).toContain(title);
    expect(await verifyLedger(paper.code)).toMatchObject({ matches: true });
  });
});
