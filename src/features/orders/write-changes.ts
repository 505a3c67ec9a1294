import type { RollChange } from '@/domain/contingent/roll';
import { createdStep } from '@/features/institution/created-step';
import type { AuditStep } from '@/server/audit';
import type { Db } from '@/server/db';

/** What one order changes for one student, and whether a status that it begins closes the journal's row. */
export type StudentChange = { studentId: number; orderId: number; change: RollChange & { closesJournal?: boolean } };

/** A stay that began, for whoever enrols. */
export type Joined = { id: number; studentId: number };

/**
 * Writes the changes of orders set-wise: what ends before what begins, so that no two intervals meet on the way. The
 * database refuses what reaches into a locked period.
 */
export async function writeChanges(
  tx: Db,
  changes: readonly StudentChange[],
): Promise<{ steps: AuditStep[]; joined: Joined[] }> {
  const of = (kind: RollChange['do']) =>
    changes.flatMap(({ studentId, orderId, change }) => (change.do === kind ? { ...change, studentId, orderId } : []));
  const ended = await endStatuses(tx, of('end'));
  const left = await leaveGroups(tx, of('leave'));
  const { steps: entered, joined } = await joinGroups(tx, of('join'));
  const opened = await openStatuses(tx, of('open'));
  return { steps: [...ended, ...left, ...entered, ...opened], joined };
}

async function endStatuses(tx: Db, rows: readonly object[]): Promise<AuditStep[]> {
  if (rows.length === 0) return [];
  const ended = await tx.$queryRaw<{ id: number; studentId: number; before: string | null; after: string }[]>`
    UPDATE enrollment_status st SET ends_on = c."endsOn", ended_by_id = c."orderId", planned_ends_on = c."plannedEndsOn"
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS c("statusId" int, "studentId" int, "orderId" int, "endsOn" date, "plannedEndsOn" date)
    WHERE st.id = c."statusId"
    RETURNING st.id, c."studentId", c."plannedEndsOn"::text AS before, st.ends_on::text AS after`;
  return ended.map(({ id: recordId, studentId, before, after }) => {
    return { entity: 'enrollmentStatus', field: 'endsOn', recordId, studentId, before, after };
  });
}

async function leaveGroups(tx: Db, rows: readonly object[]): Promise<AuditStep[]> {
  if (rows.length === 0) return [];
  const left = await tx.$queryRaw<{ id: number; studentId: number; after: string }[]>`
    UPDATE enrollment e SET ends_on = c."endsOn", exit_order_id = c."orderId"
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS c("stayId" int, "orderId" int, "endsOn" date) WHERE e.id = c."stayId"
    RETURNING e.id, e.student_id AS "studentId", e.ends_on::text AS after`;
  return left.map(({ id: recordId, studentId, after }) => {
    return { entity: 'enrollment', field: 'endsOn', recordId, studentId, before: null, after };
  });
}

type Entered = { id: number; studentId: number; groupId: number; startsOn: string; entryOrderId: number };

async function joinGroups(tx: Db, rows: readonly object[]): Promise<{ steps: AuditStep[]; joined: Joined[] }> {
  if (rows.length === 0) return { steps: [], joined: [] };
  const entered = await tx.$queryRaw<Entered[]>`
    INSERT INTO enrollment (student_id, group_id, starts_on, entry_order_id)
    SELECT "studentId", "groupId", "startsOn", "orderId"
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS c("studentId" int, "groupId" int, "startsOn" date, "orderId" int)
    RETURNING id, student_id AS "studentId", group_id AS "groupId", starts_on::text AS "startsOn", entry_order_id AS "entryOrderId"`;
  return {
    steps: entered.map(({ id, ...values }) => createdStep('enrollment', id, values)),
    joined: entered.map(({ id, studentId }) => ({ id, studentId })),
  };
}

type Opened = { id: number; enrollmentId: number; orderId: number; kind: string; closesJournal: boolean } & {
  startsOn: string;
  endsOn: string | null;
};

/** A status without a stay belongs to the one that its own order has just begun. */
async function openStatuses(tx: Db, rows: readonly object[]): Promise<AuditStep[]> {
  if (rows.length === 0) return [];
  const opened = await tx.$queryRaw<Opened[]>`
    INSERT INTO enrollment_status (enrollment_id, order_id, kind, closes_journal, starts_on, ends_on)
    SELECT e.id, c."orderId", c.kind::enrollment_status_kind, c."closesJournal", c."startsOn", c."endsOn"
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS c("stayId" int, "studentId" int, "orderId" int, kind text,
        "closesJournal" boolean, "startsOn" date, "endsOn" date)
      JOIN enrollment e ON CASE WHEN c."stayId" IS NULL THEN e.student_id = c."studentId" AND e.entry_order_id = c."orderId" ELSE e.id = c."stayId" END
    RETURNING id, enrollment_id AS "enrollmentId", order_id AS "orderId", kind::text AS kind, closes_journal AS "closesJournal",
      starts_on::text AS "startsOn", ends_on::text AS "endsOn"`;
  return opened.map(({ id, ...values }) => createdStep('enrollmentStatus', id, values));
}
