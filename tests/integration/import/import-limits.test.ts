import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { dropOrphans } from '@/features/files/drop-bytes';
import { loadRun } from '@/features/import/load-run';
import { performImport } from '@/features/import/perform-import';
import { removeOld } from '@/features/jobs/remove-old';
import { madeXlsx, textRow } from '@/tabular/testing/made-xlsx';
import { testDatabase } from '../../support/database';
import { changedTables, digestOf } from '../../support/digest';
import { withFailingStatement } from '../../support/failing-statements';
import { csv, importDesk } from '../../support/import-desk';
import { buildWorld, type World, worldNow } from '../../support/world';

const full = inject('rounds') === 'full';
const [people, moments] = full ? [5000, 10] : [200, 3];
let world: World;
let desk: ReturnType<typeof importDesk>;

beforeAll(async () => {
  world = await buildWorld(testDatabase());
  desk = importDesk(world);
});
afterAll(() => world.close());

const titles = [
  ...['Группа', 'Фамилия', 'Имя', 'Отчество', 'Дата рождения', 'Телефон', 'Зачислен с', 'Приказ №', 'Дата приказа'],
  ...['Родитель 1', 'Кем приходится 1', 'Телефон родителя 1'],
];
const letters = ['а', 'б', 'в', 'г', 'д', 'е', 'ж', 'з', 'и', 'к'];
const word = (n: number) => [...String(n)].map((digit) => letters[Number(digit)]).join('');
const rows = Array.from({ length: people }, (_, n) => [
  ...['ПКД-26-1', `Новый${word(n)}`, 'Олег', 'Ильич', '14.05.2010', `8 (917) ${1_000_000 + n}`],
  ...['01.09.2026', '300-с', '25.08.2026', `Новая${word(n)} Ольга Петровна`, 'мать', `8 (927) ${1_000_000 + n}`],
]);
const list = madeXlsx({ sheet: [titles, ...rows].map((row, place) => textRow(place + 1, row)).join('') });

it(`T-106 the writing of ${people} students stopped at ${moments} moments: all or nothing, and no doubles`, {
  timeout: full ? 600_000 : 60_000,
}, async () => {
  const { id, counts } = await desk.check('venera', 'students', list);
  expect(counts).toEqual({ new: people, changed: 0, same: 0, wrong: 0 });
  await desk.confirm('venera', id);
  const told: number[] = [];
  const work = { jobId: 1, requestedById: world.people.venera, progress: async (done: number) => void told.push(done) };
  const before = await digestOf(world.owner);
  let statements = 25;
  for (let moment = 1; moment <= moments; moment += 1) {
    const nth = Math.ceil((statements * moment) / moments);
    const { reached, error } = await withFailingStatement(nth, moment % 2 ? 'cut' : 'error', () =>
      performImport({ runId: id }, work),
    );
    expect(error, `statement ${nth}`).toBeDefined();
    expect(changedTables(before, await digestOf(world.owner))).toEqual([]);
    if (!reached) statements = nth;
  }
  const began = performance.now();
  expect(await performImport({ runId: id }, work)).toMatchObject({ state: 'done' });
  const seconds = (performance.now() - began) / 1000;
  if (full) expect(seconds).toBeLessThan(10);
  expect(told.at(-1)).toBe(people);
  expect(await world.owner.student.count({ where: { person: { lastName: { startsWith: 'Новый' } } } })).toBe(people);
  expect(await performImport({ runId: id }, work)).toMatchObject({ state: 'done' });
  expect((await desk.check('venera', 'students', list)).counts).toEqual({ new: 0, changed: 0, same: people, wrong: 0 });
});

it('T-043 a long list comes whole or not at all', { timeout: 60_000 }, async () => {
  const line = 'ПКД-26-1;Новиков;Олег;Ильич;14.05.2010;89171112233\n';
  const long = Buffer.from(line.repeat(150_000));
  const whole = await desk.upload('venera', long);
  expect(whole.status).toBe(200);
  const runId = whole.body.id ?? 0;
  const run = await world.owner.importRun.findUniqueOrThrow({ where: { id: runId } });
  const [kept] = await world.owner.$queryRaw<{ size: bigint }[]>`
    SELECT sum(length(bytes)) AS size FROM file_chunk WHERE file_key = ${run.fileKey}`;
  expect(Number(kept?.size)).toBe(long.length);
  expect(await desk.carryOut('venera', runId)).toMatchObject({ state: 'refused' });
  expect((await world.owner.importRun.findUniqueOrThrow({ where: { id: runId } })).refusal).toContain(
    'больше 20000 строк',
  );
  const before = await digestOf(world.owner);
  const cut = new ReadableStream({
    start: (controller) => {
      controller.enqueue(new Uint8Array(long.subarray(0, 300_000)));
      controller.error(new Error('gone'));
    },
  });
  expect((await desk.upload('venera', cut, { 'content-length': String(long.length) })).status).toBe(422);
  expect((await desk.upload('venera', Buffer.alloc(21 * 1024 * 1024))).status).toBe(413);
  expect((await desk.upload('gulnara', Buffer.from(line))).status).toBe(404);
  expect(changedTables(before, await digestOf(world.owner)).filter((table) => table !== 'session')).toEqual([]);
});

it('R-040 bytes and rows are there for a day', async () => {
  const { id } = await desk.check(
    'venera',
    'students',
    csv(titles.slice(0, 2), [['ПКД-26-1', 'Новиков']]).concat('\n'),
  );
  const actor = await world.actor('venera');
  const seen = async () => (await loadRun(actor, id, { filter: null, page: 1 }))?.view;
  expect(await seen()).toMatchObject({ state: 'refused' });
  const waiting = await desk.check('venera', 'students', list.slice());
  await testDatabase().setClock('2026-10-15T08:00:01.000Z');
  await dropOrphans();
  await removeOld(async () => undefined);
  const run = await world.owner.importRun.findUniqueOrThrow({ where: { id: waiting.id } });
  expect([run.rows, await world.owner.fileChunk.count({ where: { fileKey: run.fileKey } })]).toEqual([null, 0]);
  expect((await loadRun(actor, waiting.id, { filter: null, page: 1 }))?.view).toMatchObject({
    expired: true,
    rows: [],
  });
  await testDatabase().setClock(worldNow);
});
