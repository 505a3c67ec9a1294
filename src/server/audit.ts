import { createCipheriv, randomBytes } from 'node:crypto';
import type { Db } from './db';

/** One field's step; replaying the steps gives the present state (I2). Values are texts as the field shows them. */
export type AuditStep = {
  entity: string;
  field: string;
  before: string | null;
  after: string | null;
  version?: number;
  lessonId?: number;
  studentId?: number;
  assignmentId?: number;
  periodId?: number;
  recordId?: number;
  /** The person whose personal value this is: the values then lie enciphered in the side table (T-074). */
  personal?: number;
};

/** What a command must hand back about its own doing. `steps` is empty only when nothing changed. */
export type AuditEntry = {
  object: string;
  objectId: number | null;
  steps: readonly AuditStep[];
  /** For entries carried over from elsewhere: whose act it was and when; by default the actor, now. */
  as?: { personId: number; at: Date };
};

export type AuditContext = {
  at: Date;
  personId: number | null;
  roles: string;
  sessionId: number | null;
  address: string;
  device: string;
  command: string;
};

/** The answer of an act, kept for the same request sent again (T-084). */
export type KeptAnswer = { personId: number; key: string; result: unknown };

/**
 * Writes events, their steps and the answer to be kept in one statement, whatever their number, inside the act's own
 * transaction (T-080).
 */
export async function writeAudit(
  tx: Db,
  context: AuditContext,
  entries: readonly AuditEntry[],
  answer: KeptAnswer | null = null,
): Promise<void> {
  if (entries.length === 0 && answer === null) return;
  const events = entries.map((entry) => ({
    at: (entry.as?.at ?? context.at).toISOString(),
    person: entry.as?.personId ?? context.personId,
    object: entry.object,
    objectId: entry.objectId,
  }));
  const steps = entries.flatMap((entry, index) => entry.steps.map((step) => ({ ...step, event: index + 1 })));
  const open = steps.map((step) => (step.personal === undefined ? step : { ...step, before: null, after: null }));
  const written = await tx.$queryRaw<{ id: bigint }[]>`
    WITH event AS MATERIALIZED (
      SELECT nextval(pg_get_serial_sequence('audit_event', 'id')) AS id, n, e
      FROM jsonb_array_elements(${JSON.stringify(events)}::jsonb) WITH ORDINALITY AS t(e, n) ORDER BY n),
    kept AS (
      INSERT INTO audit_event (id, at, person_id, roles, session_id, address, device, command, object, object_id, result)
      SELECT id, (e ->> 'at')::timestamptz, (e ->> 'person')::int, ${context.roles}, ${context.sessionId}::int, ${context.address},
        ${context.device}, ${context.command}, e ->> 'object', (e ->> 'objectId')::int, 'ok' FROM event),
    answered AS (
      UPDATE idempotency_answer SET answer = ${JSON.stringify(answer?.result ?? null)}::jsonb
      WHERE person_id = ${answer?.personId ?? null}::int AND key = ${answer?.key ?? null}::text)
    INSERT INTO audit_change (event_id, entity, field, lesson_id, student_id, assignment_id, period_id, record_id, before, after, version)
    SELECT event.id, entity, field, "lessonId", "studentId", "assignmentId", "periodId", "recordId", before, after, version
    FROM ROWS FROM (jsonb_to_recordset(${JSON.stringify(open)}::jsonb) AS (event int, entity text, field text, "lessonId" int,
      "studentId" int, "assignmentId" int, "periodId" int, "recordId" int, before text, after text, version int))
      WITH ORDINALITY AS s(event, entity, field, "lessonId", "studentId", "assignmentId", "periodId", "recordId", before, after, version, place)
      JOIN event ON event.n = s.event
    ORDER BY place RETURNING id`;
  await encipherPersonal(tx, steps, written);
}

async function encipherPersonal(
  tx: Db,
  steps: readonly AuditStep[],
  written: readonly { id: bigint }[],
): Promise<void> {
  const personal = steps.flatMap((step, index) => {
    const id = written[index]?.id;
    return step.personal === undefined || id === undefined ? [] : [{ step, person: step.personal, changeId: id }];
  });
  if (personal.length === 0) return;
  const keys = await personKeys(tx, [...new Set(personal.map((value) => value.person))]);
  const values = personal.map(({ step, person, changeId }) => ({
    change: String(changeId),
    person,
    before: encipher(step.before, keys.get(person)),
    after: encipher(step.after, keys.get(person)),
  }));
  await tx.$executeRaw`
    INSERT INTO audit_personal_value (change_id, person_id, before_cipher, after_cipher)
    SELECT change, person, decode(before, 'base64'), decode(after, 'base64')
    FROM jsonb_to_recordset(${JSON.stringify(values)}::jsonb) AS v(change bigint, person int, before text, after text)`;
}

async function personKeys(tx: Db, people: readonly number[]): Promise<Map<number, Uint8Array>> {
  const made = people.map((person) => ({ person, key: randomBytes(32).toString('base64') }));
  await tx.$executeRaw`
    INSERT INTO person_key (person_id, key) SELECT person, decode(key, 'base64')
    FROM jsonb_to_recordset(${JSON.stringify(made)}::jsonb) AS k(person int, key text) ON CONFLICT DO NOTHING`;
  const rows = await tx.$queryRaw<{ person: number; key: string }[]>`
    SELECT person_id AS person, encode(key, 'base64') AS key FROM person_key WHERE person_id = ANY (${people}::int[])`;
  return new Map(rows.map(({ person, key }) => [person, Buffer.from(key, 'base64')]));
}

/** In base64, as it crosses to the database. */
function encipher(value: string | null, key: Uint8Array | undefined): string | null {
  if (value === null || key === undefined) return null;
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  const body = Buffer.concat([cipher.update(value, 'utf8'), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64');
}
