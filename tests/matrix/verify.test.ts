import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { newVerificationCode } from '@/reports/ledger/verification-code';
import { type Answer, send } from '../support/matrix-http';
import { inParallel } from '../support/matrix-run';
import { type SecretReader, secretReader } from '../support/matrix-secrets';
import { type MatrixServer, openMatrixServer } from '../support/matrix-server';

let opened: MatrixServer;
let secretsIn: SecretReader;
let code: string;

beforeAll(async () => {
  opened = await openMatrixServer();
  secretsIn = await secretReader(opened.world);
  code = opened.world.place('director', 'own').printCode;
});
afterAll(() => opened?.close());

const median = (times: readonly number[]) => times.toSorted((one, other) => one - other)[times.length >> 1] ?? 0;

const verify = (wanted: string, address: string): Promise<Answer> =>
  send(opened.server, { method: 'GET', path: `/verify/${wanted}`, headers: { 'x-forwarded-for': address } });

const says = (answer: Answer, words: string) => answer.body.toString('utf8').includes(words);

describe('T-033 the public check of a ledger', () => {
  test('T-033 a genuine ledger is told by number, date, pages and hash, and of nobody', async () => {
    const answer = await verify(code, '192.0.2.1');
    expect(answer.status).toBe(200);
    expect(says(answer, 'Ведомость подлинная')).toBe(true);
    const { canaries, students } = await secretsIn(answer);
    expect([...canaries, ...students]).toEqual([]);
  });

  test('T-033 a code of nobody’s ledger is unknown, in the same number of headers', async () => {
    const [known, unknown] = [await verify(code, '192.0.2.2'), await verify(newVerificationCode(), '192.0.2.3')];
    expect(says(unknown, 'Ведомости с таким кодом нет')).toBe(true);
    expect(Object.keys(unknown.headers).sort()).toEqual(Object.keys(known.headers).sort());
  });

  test('T-033 an unknown code takes as long as a known one', async () => {
    const full = inject('rounds') === 'full';
    const took = async (wanted: string, address: string) => {
      const started = performance.now();
      await verify(wanted, address);
      return performance.now() - started;
    };
    const times = { known: [] as number[], unknown: [] as number[] };
    for (let n = 0; n < (full ? 60 : 12); n++) {
      times.known.push(await took(code, `198.51.100.${n}`));
      times.unknown.push(await took(newVerificationCode(), `198.51.100.${n}`));
    }
    const [known, unknown] = [median(times.known), median(times.unknown)];
    expect(unknown).toBeGreaterThan(known / 2);
    if (full) expect(Math.abs(unknown - known)).toBeLessThan(10);
  });

  test('T-033 T-090 one mark altered after printing: «не совпадает»', async () => {
    const { world } = opened;
    const { assignmentId, studentId } = world.place('director', 'own');
    const where = { assignmentId: Number(assignmentId), studentId: Number(studentId) };
    await world.owner.mark.update({ where: { assignmentId_studentId: where }, data: { value: '5' } });
    expect(says(await verify(code, '192.0.2.4'), 'Не совпадает')).toBe(true);
    await world.owner.mark.update({ where: { assignmentId_studentId: where }, data: { value: '4' } });
    expect(says(await verify(code, '192.0.2.4'), 'Ведомость подлинная')).toBe(true);
  });

  test('T-033 the 31st check in a minute from one address is 429 with Retry-After, another address is served', async () => {
    const answers: Answer[] = [];
    for (let n = 0; n < 31; n++) answers.push(await verify(newVerificationCode(), '192.0.2.5'));
    expect(answers.slice(0, 30).map(({ status }) => status)).toEqual(Array(30).fill(200));
    expect(answers[30]?.status).toBe(429);
    expect(Number(answers[30]?.headers['retry-after'])).toBeGreaterThan(0);
    expect((await verify(code, '192.0.2.5')).status).toBe(429);
    expect((await verify(code, '192.0.2.6')).status).toBe(200);
  });

  test('T-005 T-033 invented addresses before the proxy’s own do not help', async () => {
    const forged = () => `${randomBytes(4).join('.')}, 192.0.2.7`;
    const answers: number[] = [];
    for (let n = 0; n < 31; n++) answers.push((await verify(newVerificationCode(), forged())).status);
    expect(answers.filter((status) => status === 429)).toHaveLength(1);
  });

  test('T-033 guesses from many addresses hit nothing', async () => {
    const guesses = Array.from({ length: inject('rounds') === 'full' ? 10_000 : 300 }, (_, n) => n);
    const answers = await inParallel(guesses, 8, (n) => verify(newVerificationCode(), `203.0.${n >> 8}.${n & 255}`));
    expect(answers.filter((answer) => says(answer, 'Ведомость подлинная') || says(answer, 'Не совпадает'))).toEqual([]);
  });
});
