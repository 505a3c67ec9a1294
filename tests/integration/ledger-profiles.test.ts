import { buffer } from 'node:stream/consumers';
import { afterEach, describe, expect, it } from 'vitest';
import { profiles } from '@/domain/regulation/profiles';
import { adoptRegulation } from '@/features/institution/adopt-regulation';
import { markCells } from '@/features/journal/mark-cells';
import { printedLedger } from '@/reports/ledger/ledger-pdf';
import { printLedger } from '@/reports/ledger/print-ledger';
import { verifyLedger } from '@/reports/ledger/verify-ledger';
import { connect, db, useDatabase as switchDatabase } from '@/server/db';
import { freshDatabase } from '../support/database';
import { fillJournal } from '../support/filled-journal';
import { checkInvariants } from '../support/invariants';
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

describe('a regulation that weighs works (G-02)', () => {
  it('gives one average in the journal’s grade, on paper and in the recomputation (I5)', async () => {
    const database = await freshDatabase();
    const client = connect(database.runtimeUrl);
    switchDatabase(client);
    const world = await buildWorld(database);
    undo.push(() => client.$disconnect(), world.close, database.drop);
    const taskTypes = profiles.demo.taskTypes.map((type) => (type.id === 'practical' ? { ...type, weight: 3 } : type));
    const periodMark = { ...profiles.demo.periodMark, algorithm: 'weighted' as const };
    const regulation = JSON.parse(JSON.stringify({ ...profiles.demo, taskTypes, periodMark }));
    const meta = { address: 'test', device: 'test' };
    await adoptRegulation.execute(await world.actor('denis'), { validFrom: '2026-09-01', regulation }, meta);
    await fillJournal(world, database);
    const { today } = world.college.lessons;
    const { alina } = world.people;
    const periodId = world.college.periods.first;
    const oral = { version: 0, taskType: 'answer', title: '', required: false, dueOn: null };
    const cell = { lessonId: today, assignment: { ref: 'a' } };
    const marks = [{ ...cell, studentId: alina, value: '5' as const, required: false, version: 0 }];
    const sectionId = world.college.sections.algorithms;
    const teacher = await world.actor('gulnara');
    await markCells.execute(teacher, { sectionId, assignments: [{ ...oral, ...cell }], marks }, meta);
    const grades = [{ studentId: alina, periodId, version: 0, value: '4' as const, reason: null }];
    await markCells.execute(teacher, { sectionId, grades }, meta);
    const grade = await world.owner.grade.findFirstOrThrow({ where: { studentId: alina } });
    expect([grade.average?.toFixed(2), grade.proposed]).toEqual(['4.25', '4']); // (4 · 3 + 5) : 4
    const actor = await world.actor('venera');
    const { code } = await printLedger.execute(actor, { group: world.college.groups.isp, period: periodId }, meta);
    const { data } = await world.owner.printedDocument.findUniqueOrThrow({ where: { code } });
    const rows: { name: string; average: string }[] = JSON.parse(data).courses[0].rows;
    expect(rows.find(({ name }) => name.startsWith('Давлетшина'))?.average).toBe('4,25');
    expect(await checkInvariants(world.owner)).toEqual([]);
  });
});
