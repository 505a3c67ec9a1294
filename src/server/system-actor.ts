import type { Actor } from '@/access/actor';
import type { Command } from './command';
import { db } from './db';
import { Refusal } from './errors';

/** The product itself: background jobs, the command line, the seeds. Holds every permission, is named in the audit. */
export function systemActor(now: Date, today: string, timeZone: string): Actor {
  return {
    kind: 'system',
    personId: 0,
    sessionId: null,
    name: 'Ведомость',
    mustChange: false,
    roles: [],
    permissions: new Set(),
    teaches: [],
    substitutes: [],
    curates: [],
    departments: [],
    children: [],
    studentId: null,
    now,
    today,
    timeZone,
  };
}

/** The same at this moment of the database and the institution's own day. @throws Refusal UNAVAILABLE before the set-up */
export async function systemActorNow(): Promise<Actor> {
  const [row] = await db().$queryRaw<{ now: Date; today: string; timeZone: string }[]>`
    SELECT now, (now AT TIME ZONE time_zone)::date::text AS today, time_zone AS "timeZone"
    FROM institution, (SELECT app_now() AS now) clock`;
  if (!row) throw new Refusal('UNAVAILABLE', { detail: 'учреждение ещё не введено' });
  return systemActor(row.now, row.today, row.timeZone);
}

/** The adapter for jobs, the command line and seeds. @throws Refusal as the command does */
export function runAs<Input, Result>(actor: Actor, command: Command<Input, Result>, input: Input): Promise<Result> {
  return command.execute(actor, input, { address: 'local', device: 'system' });
}
