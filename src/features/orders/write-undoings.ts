import type { Undoing } from '@/domain/contingent/plan-undoing';
import type { AuditStep } from '@/server/audit';
import type { Db } from '@/server/db';
import type { Deed } from './deed';

export type StudentUndoing = { studentId: number; undoing: Undoing };

type By = { orderId: number; counterOrderId: number; undoneById: number; now: Date };

/**
 * Writes down whom an order no longer concerns and what it had done, then lets its days go and the former ones come back. The
 * database lets no days go but by an undone order.
 */
export async function writeUndoings(tx: Db, undoings: readonly StudentUndoing[], by: By): Promise<AuditStep[]> {
  const groups = await groupNames(tx, undoings);
  const { orderId, counterOrderId, undoneById, now } = by;
  await tx.orderUndoing.createMany({
    data: undoings.map(({ studentId, undoing }) => ({
      ...{ orderId, counterOrderId, studentId, undoneById, undoneAt: now },
      done: deedOf(undoing, groups),
    })),
  });
  const ids = (pick: 'stays' | 'statuses' | 'reopened' | 'prolonged') =>
    undoings.flatMap(({ undoing }) => undoing[pick].map(({ id }) => id));
  await tx.enrollmentStatus.deleteMany({ where: { id: { in: ids('statuses') } } });
  await tx.enrollment.deleteMany({ where: { id: { in: ids('stays') } } });
  const reopened = { endsOn: null, exitOrderId: null };
  await tx.enrollment.updateMany({ where: { id: { in: ids('reopened') } }, data: reopened });
  await tx.$executeRaw`
    UPDATE enrollment_status SET ends_on = planned_ends_on, planned_ends_on = NULL, ended_by_id = NULL
    WHERE id = ANY (${ids('prolonged')}::int[])`;
  return undoings.flatMap(stepsOf);
}

async function groupNames(tx: Db, undoings: readonly StudentUndoing[]): Promise<Map<number, string>> {
  const ids = undoings.flatMap(({ undoing: { stays, reopened } }) =>
    [...stays, ...reopened].map(({ groupId }) => groupId),
  );
  const groups = await tx.studentGroup.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } });
  return new Map(groups.map(({ id, name }) => [id, name]));
}

function deedOf(
  { stays, statuses, reopened, prolonged }: StudentUndoing['undoing'],
  groups: ReadonlyMap<number, string>,
): Deed {
  const [[joined], [left], [opened], [ended]] = [stays, reopened, statuses, prolonged];
  const name = (groupId: number) => groups.get(groupId) ?? '';
  return {
    left: left?.endsOn ? { group: name(left.groupId), endsOn: left.endsOn } : null,
    joined: joined ? { group: name(joined.groupId), startsOn: joined.startsOn } : null,
    opened: opened ? { kind: opened.kind, startsOn: opened.startsOn, endsOn: opened.endsOn } : null,
    ended: ended?.endsOn ? { kind: ended.kind, endsOn: ended.endsOn } : null,
  };
}

function stepsOf({ studentId, undoing }: StudentUndoing): AuditStep[] {
  const { stays, statuses, reopened, prolonged } = undoing;
  return [
    ...stays.map(({ id: recordId, startsOn }) => {
      return { entity: 'enrollment', field: 'undone', recordId, studentId, before: startsOn, after: null };
    }),
    ...statuses.map(({ id: recordId, kind, startsOn }) => {
      return {
        entity: 'enrollmentStatus',
        field: 'undone',
        recordId,
        studentId,
        before: `${kind} ${startsOn}`,
        after: null,
      };
    }),
    ...reopened.map(({ id: recordId, endsOn }) => {
      return { entity: 'enrollment', field: 'endsOn', recordId, studentId, before: endsOn, after: null };
    }),
    ...prolonged.map(({ id: recordId, endsOn, plannedEndsOn }) => {
      return { entity: 'enrollmentStatus', field: 'endsOn', recordId, studentId, before: endsOn, after: plannedEndsOn };
    }),
  ];
}
