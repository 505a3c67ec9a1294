import { z } from 'zod';
import { idField } from '@/features/institution/inputs';
import { presenceEdit, reasonEdit } from '@/features/journal/cell-edits';
import { defineCommand } from '@/server/command';
import { assertCurates, groupPeriods, lessonIdsOf, writeGroupCells } from './write-group-cells';

const place = ({ lessonId, studentId }: { lessonId: number; studentId: number }) => `${lessonId} ${studentId}`;
const once = (edits: { lessonId: number; studentId: number }[]) => new Set(edits.map(place)).size === edits.length;

const dayEdits = z
  .strictObject({
    groupId: idField,
    presences: z.array(presenceEdit).max(600).default([]),
    reasons: z.array(reasonEdit).max(600).default([]),
  })
  .refine(({ presences, reasons }) => presences.length + reasons.length > 0, 'нет ни одной правки')
  .refine(({ presences, reasons }) => once(presences) && once(reasons), 'одна и та же запись названа дважды');

export type DayEditsInput = z.input<typeof dayEdits>;

/**
 * The day sheet of the curator's group: lessons of any of its journals in one batch, judged lesson by
 * lesson as the journal judges them (C-01).
 */
export const markDay = defineCommand({
  name: 'attendance.mark-day',
  permission: 'journal.setReason',
  input: dayEdits,
  period: async ({ tx, actor, input }) => {
    assertCurates(actor, input.groupId);
    return groupPeriods(tx, input.groupId, lessonIdsOf(input));
  },
  run: async ({ tx, actor, now, input }) => {
    const { answer, audit } = await writeGroupCells({ tx, actor, now }, input.groupId, input);
    return { result: answer, audit };
  },
});
