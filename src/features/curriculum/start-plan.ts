import { z } from 'zod';
import { createdStep } from '@/features/institution/created-step';
import { idField } from '@/features/institution/inputs';
import { defineCommand } from '@/server/command';
import type { Db } from '@/server/db';
import { Refusal } from '@/server/errors';
import { entryYearField } from './plan-fields';
import { readLines, readWeeks } from './read-lines';
import { insertLines, writeWeeks } from './write-lines';

const input = z.strictObject({
  programId: idField,
  entryYear: entryYearField,
  /** The plan whose lines are taken over; null begins an empty one. */
  fromId: idField.nullable(),
});

/** Begins a plan for a programme and a year of entry, empty or as a copy of another one. @throws Refusal DUPLICATE, NOT_FOUND */
export const startPlan = defineCommand({
  name: 'curriculum.start',
  permission: 'curriculum.enter',
  input,
  period: 'none',
  run: async ({ tx, actor, now, input: { programId, entryYear, fromId } }) => {
    const same = { programId_entryYear: { programId, entryYear } };
    const there = await tx.curriculum.findUnique({ where: same, select: { id: true } });
    if (there) throw new Refusal('DUPLICATE', { detail: `план набора ${entryYear} года у этой программы уже есть` });
    const changedById = actor.kind === 'person' ? actor.personId : null;
    const data = { programId, entryYear, changedAt: now, changedById };
    const { id } = await tx.curriculum.create({ data, select: { id: true } });
    const copied = fromId === null ? [] : await copyLines(tx, fromId, id);
    const steps = [createdStep('curriculum', id, { programId, entryYear, copyOf: fromId }), ...copied];
    return { result: { id }, audit: { object: 'curriculum', objectId: id, steps } };
  },
});

async function copyLines(tx: Db, fromId: number, id: number) {
  const from = await tx.curriculum.findUnique({ where: { id: fromId }, select: { id: true } });
  if (!from) throw new Refusal('NOT_FOUND');
  const courses = await tx.curriculumItem.findMany({
    where: { curriculumId: fromId },
    select: { id: true, courseId: true },
  });
  const courseOf = new Map(courses.map((row) => [row.id, row.courseId]));
  const lines = await readLines(tx, fromId);
  const { steps } = await insertLines(
    tx,
    id,
    lines.map((line) => ({ ...line, courseId: courseOf.get(line.id) ?? 0 })),
  );
  await writeWeeks(tx, id, await readWeeks(tx, fromId));
  return steps;
}
