import { z } from 'zod';
import { idField } from '@/features/institution/inputs';
import type { AuditStep } from '@/server/audit';
import { defineCommand, type RunArgs } from '@/server/command';
import type { Db } from '@/server/db';
import { Refusal } from '@/server/errors';
import { regulationOf } from '@/server/regulation';
import { lockSteps } from './lock-steps';
import { type ReadinessScope, readReadiness } from './read-readiness';
import { readYearEnds } from './read-year-ends';
import { isFinished, type Unfinished, unfinishedOf } from './readiness';
import { regulationLived } from './regulation-lived';
import { unfinishedWords } from './unfinished-words';
import { holdYear, tellYearWork } from './year-hold';
import { enterOutcomes, outcomesOf } from './year-outcomes';

const number = z.string().trim().min(1).max(40);
const input = z.strictObject({
  yearId: idField,
  /** Numbers of the orders, dated today; by default of the year itself. */
  promotionOrder: number.optional(),
  graduationOrder: number.optional(),
  /** Why the year is closed with something unfinished. */
  reason: z.string().trim().min(1).max(300).nullable().default(null),
});
type Input = z.output<typeof input>;

export type Closed = { promoted: number; conditional: number; graduated: number; others: number; locked: number };

const steps = 4;

/**
 * Closes a year in one transaction (R-022, R-034, T-105): the check list is judged, students are promoted and graduates let go
 * by orders, every period of every group is locked, and what an undo needs is kept. Unfinished journals are refused or need a
 * reason, by profile. @throws Refusal NOT_FOUND, BUSY, YEAR_STATE, YEAR_NOT_READY, DUPLICATE
 */
export const closeYear = defineCommand({
  name: 'academic-year.close',
  permission: 'year.manage',
  input,
  stepUp: true,
  period: 'none',
  long: true,
  run: async (args) => {
    const { tx, actor, now, input: given } = args;
    const { yearId, reason } = given;
    await holdYear(tx, yearId);
    const tell = (step: number) => tellYearWork(tx, yearId, { kind: 'close', step, of: steps });
    await tell(1);
    const year = await assertClosable(args);
    const places = await holdPeriods(tx, yearId);
    const regulation = await regulationOf(actor, tx);
    await tell(2);
    const told = await judge(
      tx,
      { yearId, groupIds: [...new Set(places.map(({ groupId }) => groupId))], today: actor.today, reason },
      regulation,
    );
    await tell(3);
    const startYear = year.startsOn.getUTCFullYear();
    const outcomes = outcomesOf(await readYearEnds(tx, yearId, actor.today), startYear, regulation);
    const orders = {
      promotion: { number: given.promotionOrder ?? `${startYear + 1}-п`, date: actor.today },
      graduation: { number: given.graduationOrder ?? `${startYear + 1}-в`, date: actor.today },
    };
    const entered = await enterOutcomes(tx, outcomes, { yearId, orders });
    await tell(4);
    const open = places.filter(({ locked }) => !locked).map(({ groupId, periodId }) => ({ groupId, periodId }));
    await lockRest(args, open.length);
    const { orderIds, ended } = entered;
    const before = { locked: open.map(({ groupId, periodId }) => [groupId, periodId]), orderIds, ended };
    const closing = await tx.yearClosing.create({
      data: { yearId, closedAt: now, closedById: actor.personId, reason, told, before },
      select: { id: true },
    });
    await tx.academicYear.update({ where: { id: yearId }, data: { closedAt: now }, select: { id: true } });
    const audit = [
      ...yearSteps(yearId, closing.id, now, reason),
      ...lockSteps(open, null, now.toISOString()),
      ...entered.steps,
    ];
    const count = (outcome: string) => outcomes.filter((row) => row.outcome === outcome).length;
    const moved = { promoted: count('promoted'), conditional: count('conditional'), graduated: count('graduated') };
    const others = outcomes.length - moved.promoted - moved.conditional - moved.graduated;
    const result: Closed = { ...moved, others, locked: open.length };
    return { result, audit: { object: 'academicYear', objectId: yearId, steps: audit } };
  },
});

/** The year is there, open, and its last period is over. */
async function assertClosable({ tx, actor, input: { yearId } }: RunArgs<Input>): Promise<{ startsOn: Date }> {
  const year = await tx.academicYear.findUnique({
    where: { id: yearId },
    select: { startsOn: true, closedAt: true, periods: { select: { endsOn: true } } },
  });
  if (!year) throw new Refusal('NOT_FOUND');
  if (year.closedAt) throw new Refusal('YEAR_STATE', { detail: 'он уже закрыт' });
  const ahead = year.periods.some(({ endsOn }) => endsOn.toISOString().slice(0, 10) >= actor.today);
  if (ahead || year.periods.length === 0)
    throw new Refusal('YEAR_STATE', { detail: 'его последний период ещё не кончился' });
  return year;
}

/** Every period of every group, held until the end: saves of reopened journals too are before the closing or after it. */
function holdPeriods(tx: Db, yearId: number): Promise<{ groupId: number; periodId: number; locked: boolean }[]> {
  return tx.$queryRaw`
    SELECT group_id AS "groupId", period_id AS "periodId", locked_at IS NOT NULL AS locked FROM group_period
    WHERE period_id IN (SELECT id FROM academic_period WHERE year_id = ${yearId}) ORDER BY group_id, period_id FOR UPDATE`;
}

async function judge(
  tx: Db,
  { reason, ...scope }: ReadinessScope & { reason: string | null },
  regulation: Awaited<ReturnType<typeof regulationOf>>,
): Promise<Unfinished> {
  const unfinished = unfinishedOf(await readReadiness(tx, scope, regulation));
  if (isFinished(unfinished)) return unfinished;
  const words = unfinishedWords(unfinished);
  if (regulation.yearEnd.unfinished === 'refuse') throw new Refusal('YEAR_NOT_READY', { detail: words });
  if (reason === null) {
    throw new Refusal('YEAR_NOT_READY', {
      detail: `${words}; если так и останется, напишите причину`,
      fields: ['причина'],
    });
  }
  return unfinished;
}

async function lockRest({ tx, actor, now, input: { yearId, reason } }: RunArgs<Input>, open: number): Promise<void> {
  if (open === 0) return;
  await tx.$executeRaw`
    UPDATE group_period gp SET locked_at = ${now}, locked_by_id = ${actor.personId}, lock_reason = ${reason ?? 'Учебный год закрыт'},
      regulation_id = ${regulationLived(actor.today)}
    FROM academic_period p WHERE p.id = gp.period_id AND gp.locked_at IS NULL AND p.year_id = ${yearId}`;
}

function yearSteps(yearId: number, closingId: number, now: Date, reason: string | null): AuditStep[] {
  const step = { entity: 'academicYear', recordId: yearId, before: null };
  return [
    { ...step, field: 'closedAt', after: now.toISOString() },
    ...(reason === null ? [] : [{ ...step, field: 'closingReason', recordId: closingId, after: reason }]),
  ];
}
