import { z } from 'zod';
import { assertCurates } from '@/features/attendance/write-group-cells';
import { idField, toDay } from '@/features/institution/inputs';
import { defineCommand } from '@/server/command';
import type { Db } from '@/server/db';
import { Refusal } from '@/server/errors';
import { regulationOf } from '@/server/regulation';
import { applyExcuse, type Excuse, excusePeriods } from './apply-note';
import { noteWords } from './decided-note';
import { checkSpan, reasonField, spanFields } from './note-fields';
import { noteSteps } from './note-steps';

const input = z.strictObject({ groupId: idField, ...spanFields, reason: reasonField, document: z.boolean() });

type Input = z.output<typeof input>;

/**
 * «Болезнь с … по …»: the curator names one reason for days or pairs of a student in one act. It stands as an
 * accepted note, so that the family sees it and absences of the days ahead can be given the same reason.
 * @throws Refusal NOT_FOUND, INVALID, and what the journal refuses
 */
export const excuseDays = defineCommand({
  name: 'absence-notes.excuse-days',
  permission: 'journal.setReason',
  input,
  period: async ({ tx, actor, input: given }) => {
    assertCurates(actor, given.groupId);
    return excusePeriods({ tx, actor }, excuse(given));
  },
  run: async ({ tx, actor, now, input: given }) => {
    const { groupId, studentId, firstPeriod, lastPeriod, reason, document } = given;
    checkSpan(given, actor.today);
    await assertStudies(tx, given);
    const { result, audit } = await applyExcuse({ tx, actor, now }, excuse(given));
    const { attendance } = await regulationOf(actor, tx);
    const kind = attendance.codes.some(({ id, class: of }) => id === reason && of === 'sick') ? 'sick' : 'other';
    const span = { startsOn: toDay(given.startsOn), endsOn: toDay(given.endsOn), firstPeriod, lastPeriod };
    const decision = { state: 'accepted', reason, decidedById: actor.personId, decidedAt: now } as const;
    const { id } = await tx.absenceNote.create({
      data: {
        ...{ ...span, ...decision, groupId, studentId, document },
        ...{ kind, authorId: actor.personId, createdAt: now },
      },
      select: { id: true },
    });
    const steps = noteSteps(id, studentId, {}, { ...given, state: 'accepted' });
    return { result, audit: [{ object: 'absenceNote', objectId: id, steps }, ...audit] };
  },
});

function excuse({ document, ...given }: Input): Excuse {
  return { ...given, note: noteWords('', document) };
}

async function assertStudies(tx: Db, { groupId, studentId, startsOn, endsOn }: Input): Promise<void> {
  const enrolled = await tx.enrollment.findFirst({
    where: {
      ...{ groupId, studentId, startsOn: { lte: toDay(endsOn) } },
      OR: [{ endsOn: null }, { endsOn: { gte: toDay(startsOn) } }],
    },
    select: { id: true },
  });
  if (!enrolled) throw new Refusal('NOT_FOUND');
}
