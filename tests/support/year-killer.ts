import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, inject } from 'vitest';
import { connect } from '@/server/db';
import { childEnv } from '@/server/env';
import type { PrismaClient } from '@/server/prisma/client';
import { cloneDatabase, type TestDatabase } from './clone';
import { changedTables, digestOf } from './digest';
import { checkInvariants } from './invariants';
import type { ProbeYear } from './probe-year';

/** A moment of an act: at one of its own statements, or after a share of the time that the whole act takes. */
export type Moment = { statement: number; sent: boolean } | { time: number };

type Ended = { signal: NodeJS.Signals | null; statements: number; milliseconds: number };

const alive = { killAt: null, sent: false };

/** What kills have left: the database as before the act, as after it, or the act was over before its moment came. */
export type Left = { nothing: number; everything: number; late: number };

/** Work on a copy of the database `ground`, to which nobody may be connected. */
async function onCopy<Result>(
  ground: string,
  work: (copy: TestDatabase, owner: PrismaClient) => Promise<Result>,
): Promise<Result> {
  const copy = await cloneDatabase(inject('postgres'), ground);
  const owner = connect(copy.superuserUrl, 1);
  try {
    return await work(copy, owner);
  } finally {
    await owner.$disconnect();
    await copy.drop();
  }
}

/** A copy of the database `ground` with its year closed, by a process. */
export async function closedCopy(ground: string, yearId: number): Promise<TestDatabase> {
  const copy = await cloneDatabase(inject('postgres'), ground);
  await run({ act: 'close', yearId, url: copy.runtimeUrl, ...alive });
  return copy;
}

/**
 * Kills whoever closes or opens a year at each moment, each time on a fresh copy of `ground`: nothing or everything is left, a
 * rerun finishes, I1–I6 hold. `momentsOf` chooses them knowing the whole act.
 */
export async function killYear(
  ground: string,
  act: Pick<ProbeYear, 'act' | 'yearId'>,
  momentsOf: (whole: Ended) => readonly Moment[],
): Promise<Left> {
  const whole = await onCopy(ground, async ({ runtimeUrl }, owner) => ({
    ...(await run({ ...act, url: runtimeUrl, ...alive })),
    counts: await countsOf(owner),
  }));
  const left: Left = { nothing: 0, everything: 0, late: 0 };
  for (const moment of momentsOf(whole)) {
    await onCopy(ground, async ({ name, runtimeUrl }, owner) => {
      const before = await digestOf(owner);
      const order = { ...act, url: runtimeUrl };
      const { signal } =
        'time' in moment
          ? await run({ ...order, ...alive }, moment.time * whole.milliseconds)
          : await run({ ...order, killAt: moment.statement, sent: moment.sent });
      await untilAlone(owner, name);
      const untouched = changedTables(before, await digestOf(owner)).length === 0;
      left[signal === null ? 'late' : untouched ? 'nothing' : 'everything'] += 1;
      if (untouched) await run({ ...order, ...alive });
      expect(await countsOf(owner), `killed at ${JSON.stringify(moment)}`).toEqual(whole.counts);
      expect(await checkInvariants(owner)).toEqual([]);
    });
  }
  return left;
}

/** Lets a process do its act, or kills it `afterMs` milliseconds from its beginning. */
async function run(order: ProbeYear, afterMs?: number): Promise<Ended> {
  const args = ['--import', 'tsx', 'tests/support/probe-year.ts', JSON.stringify(order)];
  const child = spawn(process.execPath, args, { env: childEnv({}), stdio: ['ignore', 'pipe', 'inherit'] });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => {
    output += chunk.toString();
  });
  const ended = once(child, 'exit') as Promise<[number | null, NodeJS.Signals | null]>;
  await Promise.race([once(child.stdout, 'data'), ended]);
  const started = performance.now();
  if (afterMs !== undefined) {
    await pause(afterMs);
    child.kill('SIGKILL');
  }
  const [code, signal] = await ended;
  expect(code ?? 0, `${order.act} by a process`).toBe(0);
  return { signal, statements: Number(output.split(' ')[1]), milliseconds: performance.now() - started };
}

/** How many rows each table has: two databases in which the same was done agree in them. */
async function countsOf(owner: PrismaClient): Promise<Record<string, string>> {
  const digest = await digestOf(owner);
  return Object.fromEntries(Object.entries(digest).map(([table, hash]) => [table, hash.split(' ')[0] ?? '']));
}

/** The server needs a moment to notice that a process is dead, and rolls its work back or ends it. */
async function untilAlone(owner: PrismaClient, database: string): Promise<void> {
  await expect
    .poll(
      () => owner.$queryRaw`SELECT pid FROM pg_stat_activity WHERE datname = ${database} AND usename = 'vedomost_app'`,
      { timeout: 30_000 },
    )
    .toEqual([]);
}
