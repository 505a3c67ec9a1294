import { z } from 'zod';
import { checkPlan } from '@/domain/curriculum/check-plan';
import { severityOf } from '@/domain/curriculum/findings';
import { dateField, idField, nameField, toDay, versionField } from '@/features/institution/inputs';
import type { AuditStep } from '@/server/audit';
import { defineCommand } from '@/server/command';
import type { Db } from '@/server/db';
import { Refusal } from '@/server/errors';
import { findingWords } from './finding-words';
import { holdPlan } from './held-plan';
import { readLines, readWeeks } from './read-lines';

const input = z.strictObject({
  curriculumId: idField,
  version: versionField,
  approvedOn: dateField,
  /** Why the plan goes beyond a norm; null where it does not. */
  reason: nameField(300).nullable(),
});

/**
 * Approves a plan and freezes it; what an order asked to change in it counts as entered. A plan that contradicts itself
 * is not approved; one beyond a norm with a reason.
 * @throws Refusal CONFLICT, INVALID with the first finding in words
 */
export const approvePlan = defineCommand({
  name: 'curriculum.approve',
  permission: 'curriculum.approve',
  input,
  period: 'none',
  run: async ({ tx, actor, now, input: { curriculumId, version, approvedOn, reason } }) => {
    const { timeZone, today } = actor;
    const plan = await holdPlan(tx, { id: curriculumId, version, state: 'draft', timeZone });
    if (approvedOn > today)
      throw new Refusal('INVALID', { fields: ['дата утверждения'], detail: 'этот день ещё не наступил' });
    await assertSound(tx, curriculumId, reason);
    const by = actor.kind === 'person' ? actor.personId : null;
    const orders = await tx.planningOrder.updateManyAndReturn({
      where: { curriculumId, enteredAt: null },
      data: { enteredAt: now, enteredById: by },
      select: { id: true },
    });
    const saved = await tx.curriculum.update({
      where: { id: curriculumId },
      data: {
        state: 'approved',
        approvedOn: toDay(approvedOn),
        version: { increment: 1 },
        changedAt: now,
        changedById: by,
      },
      select: { version: true },
    });
    const step = { entity: 'curriculum', recordId: curriculumId };
    const steps: AuditStep[] = [
      { ...step, field: 'approvedOn', before: plan.approvedOn, after: approvedOn },
      ...(reason === null ? [] : [{ ...step, field: 'beyondNorm', before: null, after: reason }]),
      ...orders.map(({ id }) => {
        return { entity: 'planningOrder', field: 'entered', recordId: id, before: null, after: now.toISOString() };
      }),
    ];
    return { result: { version: saved.version }, audit: { object: 'curriculum', objectId: curriculumId, steps } };
  },
});

async function assertSound(tx: Db, curriculumId: number, reason: string | null): Promise<void> {
  const lines = await readLines(tx, curriculumId);
  if (lines.length === 0) throw new Refusal('INVALID', { detail: 'в плане нет ни одной строки' });
  const weeks = new Map((await readWeeks(tx, curriculumId)).map((row) => [row.semester, row.weeks]));
  const findings = checkPlan({ lines, weeks });
  const indexOf = (line: number): string => lines[line]?.index ?? '';
  const error = findings.find((finding) => severityOf(finding) === 'error');
  if (error) {
    const place = 'line' in error ? `${indexOf(error.line)}: ` : '';
    throw new Refusal('INVALID', { detail: `${place}${findingWords(error, indexOf)}` });
  }
  const limit = findings.find((finding) => severityOf(finding) === 'limit');
  if (limit && reason === null) {
    throw new Refusal('INVALID', { fields: ['обоснование'], detail: findingWords(limit, indexOf) });
  }
}
