import { z } from 'zod';
import { createdStep } from '@/features/institution/created-step';
import { idField, toDay } from '@/features/institution/inputs';
import { defineCommand } from '@/server/command';
import { Refusal } from '@/server/errors';

const input = z.strictObject({
  groupId: idField,
  kind: z.enum(['notStudying', 'notListed', 'wrongData']),
  /** Null only for somebody who studies and is not on the list. */
  studentId: idField.nullable(),
  text: z.string().trim().min(1).max(500),
});

const mostWaiting = 50;

/**
 * The group's curator tells the study office that list and life differ: somebody on it does not come, somebody who
 * comes is not on it, or an entry is wrong. @throws Refusal NOT_FOUND, NOT_ENROLLED, INVALID
 */
export const reportMismatch = defineCommand({
  name: 'contingent.report-mismatch',
  permission: 'people.enterCurated',
  input,
  period: 'none',
  run: async ({ tx, actor, now, input: given }) => {
    const { groupId, studentId, kind } = given;
    if (!actor.curates.includes(groupId)) throw new Refusal('NOT_FOUND');
    if (studentId === null && kind !== 'notListed') throw new Refusal('INVALID', { fields: ['studentId'] });
    if (studentId !== null && kind !== 'notListed') {
      const day = toDay(actor.today);
      const there = await tx.enrollment.count({
        where: { groupId, studentId, startsOn: { lte: day }, OR: [{ endsOn: null }, { endsOn: { gte: day } }] },
      });
      if (there === 0) throw new Refusal('NOT_ENROLLED');
    }
    const waiting = await tx.contingentMismatch.count({ where: { groupId, settledAt: null } });
    if (waiting >= mostWaiting) throw new Refusal('INVALID', { detail: 'Учебная часть ещё не ответила на прежние' });
    const { id } = await tx.contingentMismatch.create({
      data: { ...given, studentId: kind === 'notListed' ? null : studentId, authorId: actor.personId, createdAt: now },
      select: { id: true },
    });
    const { text, ...facts } = given;
    const steps = [
      createdStep('mismatch', id, facts),
      ...(text ? [createdStep('mismatch', id, { text }, actor.personId)] : []),
    ];
    return { result: { id }, audit: { object: 'mismatch', objectId: id, steps } };
  },
});
