import { createHash } from 'node:crypto';
import type { z } from 'zod';
import { type Actor, canAny } from '@/access/actor';
import type { Permission } from '@/access/permissions';
import { type AuditContext, type AuditEntry, writeAudit } from './audit';
import { type Db, db } from './db';
import { refuseOnFullDisk } from './disk-space';
import { Refusal, refusalOfDatabase, sqlState } from './errors';
import { assertPlain } from './http-body';
import { recordRefusal } from './security-log';
import { hasFreshPassword } from './step-up';
import { refuseDuringWorks } from './technical-works';

/** A group's period that a write touches; the gate holds its row FOR SHARE until the commit (T-082). */
export type PeriodKey = { groupId: number; periodId: number; sectionId: number };

/** Where a request came from, for the audit; `idempotencyKey` gives repeated requests one effect (T-084). */
export type RequestMeta = { address: string; device: string; idempotencyKey?: string };

export type RunArgs<Input, Prepared = undefined> = {
  tx: Db;
  actor: Actor;
  now: Date;
  input: Input;
  prepared: Prepared;
};
/** What the finding statement found beside the periods, when it called `assert_open` itself. */
export type Asserted<Found> = { asserted: Found };
export type PrepareArgs<Input> = { actor: Actor; input: Input; meta: RequestMeta };
export type Outcome<Result> = { result: Result; audit: AuditEntry | readonly AuditEntry[] };

type Definition<Schema extends z.ZodType, Result, Prepared, Found> = {
  name: string;
  /** `'public'`: also for somebody who has not signed in. */
  permission: Permission | readonly Permission[] | 'public';
  input: Schema;
  /** Which periods the write touches, or `'none'`. */
  period: 'none' | ((args: RunArgs<z.output<Schema>, Prepared>) => Promise<readonly PeriodKey[] | Asserted<Found>>);
  /** All that the act reads and writes is of one moment of the database: printing. */
  oneMoment?: boolean;
  /** Works on the whole college and may take minutes: closing and opening a year. */
  long?: boolean;
  /** Asks for a fresh password before it runs (T-011). */
  stepUp?: boolean;
  /** Slow work before the transaction, so that no connection waits for it: checking and hashing passwords. */
  prepare?: (args: PrepareArgs<z.output<Schema>>) => Promise<Prepared>;
  /** Takes or answers a secret: neither is kept for repeated requests, whatever key they carry (T-012). */
  secret?: boolean;
  /** Runs also while the actor's password is the issued one, which opens nothing else (T-012). */
  beforeOwnPassword?: boolean;
  run: (args: RunArgs<z.output<Schema>, Prepared> & { found: Found }) => Promise<Outcome<Result>>;
};

export type Command<Input = unknown, Result = unknown> = {
  name: string;
  permission: readonly Permission[] | 'public';
  stepUp: boolean;
  secret: boolean;
  schema: z.ZodType;
  execute: (actor: Actor, input: Input, meta: RequestMeta, outer?: Db) => Promise<Result>;
};

const registry = new Map<string, Command<never>>();

/** Every command of the product, by name (the matrix is generated from it). */
export function allCommands(): ReadonlyMap<string, Command<never>> {
  return registry;
}

/**
 * The write gate: permission → technical works → room on the disk → fresh password → parse → transaction → period guard → run → audit in the same transaction.
 * @throws Refusal with a typed code; the database is then as it was.
 */
export function defineCommand<Schema extends z.ZodType, Result, Prepared = undefined, Found = undefined>(
  definition: Definition<Schema, Result, Prepared, Found>,
): Command<z.input<Schema>, Result> {
  const permission = definition.permission === 'public' ? 'public' : [definition.permission].flat();
  const command: Command<z.input<Schema>, Result> = {
    name: definition.name,
    permission,
    stepUp: definition.stepUp ?? false,
    secret: definition.secret ?? false,
    schema: definition.input,
    execute: async (actor, raw, given, outer) => {
      const meta = definition.secret ? { address: given.address, device: given.device } : given;
      try {
        if (permission !== 'public' && !canAny(actor, permission)) throw new Refusal('FORBIDDEN');
        if (permission !== 'public') refuseDuringWorks(actor);
        if (permission !== 'public') await refuseOnFullDisk(actor);
        if (actor.mustChange && !definition.beforeOwnPassword) throw new Refusal('MUST_CHANGE_PASSWORD');
        if (definition.stepUp && !hasFreshPassword(actor)) throw new Refusal('REAUTH_REQUIRED');
        const input = parseInput(definition.input, raw);
        const prepared = (await definition.prepare?.({ actor, input, meta })) as Prepared;
        const work = (tx: Db) => perform(definition, { tx, actor, input, prepared, meta });
        return outer ? await work(outer) : await transact(work, definition);
      } catch (error) {
        const refusal = error instanceof Refusal ? error : refusalOfDatabase(error);
        if (!refusal) throw error;
        await recordRefusal(actor, meta, definition.name, refusal.code);
        throw refusal;
      }
    },
  };
  registry.set(definition.name, command as Command<never>);
  return command;
}

/** An act of one moment that met another one of the same things begins anew: its moment was over. */
async function transact<Result>(
  work: (tx: Db) => Promise<Result>,
  { oneMoment, long }: { oneMoment?: boolean; long?: boolean },
): Promise<Result> {
  if (!oneMoment) return db().$transaction(work, long ? { timeout: 300_000 } : {});
  const options = { isolationLevel: 'RepeatableRead', timeout: 60_000 } as const;
  return db()
    .$transaction(work, options)
    .catch((error: unknown) => {
      if (sqlState(error) !== '40001') throw error;
      return db().$transaction(work, options);
    });
}

function parseInput<Schema extends z.ZodType>(schema: Schema, raw: unknown): z.output<Schema> {
  const parsed = schema.safeParse(assertPlain(raw));
  if (parsed.success) return parsed.data;
  throw new Refusal('INVALID', {
    fields: [...new Set(parsed.error.issues.map((issue) => issue.path.join('.') || 'body'))],
  });
}

type Work<Input, Prepared> = { tx: Db; actor: Actor; input: Input; prepared: Prepared; meta: RequestMeta };

async function perform<Schema extends z.ZodType, Result, Prepared, Found>(
  definition: Definition<Schema, Result, Prepared, Found>,
  { tx, actor, input, prepared, meta }: Work<z.output<Schema>, Prepared>,
): Promise<Result> {
  const bodyHash = createHash('sha256')
    .update(`${definition.name}\n${JSON.stringify(input)}`)
    .digest('hex');
  const begun = await begin(tx, actor, meta, { bodyHash, plans: plansOf(definition) });
  if (begun.answer !== undefined) return begun.answer as Result;
  const args = { tx, actor, now: begun.now, input, prepared };
  const periods = definition.period === 'none' ? [] : await definition.period(args);
  if (!('asserted' in periods)) await guardPeriods(tx, periods);
  const found = ('asserted' in periods ? periods.asserted : undefined) as Found;
  const { result, audit } = await definition.run({ ...args, found });
  const key = meta.idempotencyKey;
  const answer = key ? { personId: actor.personId, key, result } : null;
  await writeAudit(tx, auditContext(definition.name, actor, meta, begun.now), [audit].flat(), answer);
  return result;
}

function auditContext(command: string, actor: Actor, meta: RequestMeta, at: Date): AuditContext {
  return {
    at,
    command,
    personId: actor.kind === 'person' ? actor.personId : null,
    roles: actor.roles.join(' ') || actor.kind,
    sessionId: actor.sessionId,
    address: meta.address,
    device: meta.device,
  };
}

type Plans = 'force_generic_plan' | 'auto';

/**
 * How the transaction's statements are planned. A short act finds rows by their keys: planned once a connection, its statements and the
 * guards' run twice as fast. What reads a whole college is planned for what it reads.
 */
function plansOf({ oneMoment, long }: { oneMoment?: boolean; long?: boolean }): Plans {
  return oneMoment || long ? 'auto' : 'force_generic_plan';
}

/** The moment of the act, and the stored answer when this very request was carried out before. */
async function begin(
  tx: Db,
  actor: Actor,
  meta: RequestMeta,
  { bodyHash, plans }: { bodyHash: string; plans: Plans },
): Promise<{ now: Date; answer?: unknown }> {
  if (!meta.idempotencyKey) {
    const [row] = await tx.$queryRaw<{ now: Date }[]>`
      SELECT app_now() AS now, set_config('plan_cache_mode', ${plans}, true) AS plans`;
    if (!row) throw new Error('app_now() gave no row');
    return { now: row.now };
  }
  const [row] = await tx.$queryRaw<{ now: Date; first: boolean }[]>`
    WITH claim AS (
      INSERT INTO idempotency_answer (person_id, key, body_hash, created_at)
      VALUES (${actor.personId}, ${meta.idempotencyKey}, ${bodyHash}, app_now())
      ON CONFLICT (person_id, key) DO NOTHING RETURNING 1)
    SELECT app_now() AS now, EXISTS (SELECT 1 FROM claim) AS first, set_config('plan_cache_mode', ${plans}, true) AS plans`;
  if (!row) throw new Error('app_now() gave no row');
  if (row.first) return { now: row.now };
  const stored = await tx.idempotencyAnswer.findUniqueOrThrow({
    where: { personId_key: { personId: actor.personId, key: meta.idempotencyKey } },
    select: { bodyHash: true, answer: true },
  });
  if (stored.bodyHash !== bodyHash) throw new Refusal('DUPLICATE_KEY');
  return { now: row.now, answer: stored.answer };
}

/** The trigger says the same; here it is said in time for a clear sentence. */
async function guardPeriods(tx: Db, keys: readonly PeriodKey[]): Promise<void> {
  if (keys.length === 0) return;
  await tx.$executeRaw`SELECT assert_open(${keys.map((key) => key.groupId)}::int[], ${keys.map((key) => key.periodId)}::int[],
    ${keys.map((key) => key.sectionId)}::int[])`;
}
