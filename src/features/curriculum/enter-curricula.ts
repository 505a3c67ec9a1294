import { z } from 'zod';
import { createdStep } from '@/features/institution/created-step';
import { dateField, idField, toDay } from '@/features/institution/inputs';
import { defineCommand } from '@/server/command';
import type { Db } from '@/server/db';
import { ensureCourses } from './ensure-courses';
import { entryYearField, lineFields, weeksField } from './plan-fields';
import { insertLines, writeWeeks } from './write-lines';

const input = z.strictObject({
  curricula: z
    .array(
      z.strictObject({
        programId: idField,
        entryYear: entryYearField,
        approvedOn: dateField,
        weeks: weeksField.default([]),
        items: z.array(z.strictObject(lineFields)).min(1),
      }),
    )
    .min(1),
});
type Curriculum = z.output<typeof input>['curricula'][number];

/** Enters approved study plans with their lines and hours by semester. Answers the ids of plans, their lines and courses. */
export const enterCurricula = defineCommand({
  name: 'curriculum.enter-curricula',
  permission: 'curriculum.enter',
  input,
  period: 'none',
  run: async ({ tx, input: { curricula } }) => {
    const courses = await ensureCourses(
      tx,
      curricula.flatMap(({ items }) => items),
    );
    const entered = [];
    for (const curriculum of curricula) entered.push(await enterOne(tx, curriculum, courses.idOf));
    const steps = [...courses.steps, ...entered.flatMap((one) => one.steps)];
    const result = { curricula: entered.map(({ id, itemIds, courseIds }) => ({ id, itemIds, courseIds })) };
    return { result, audit: { object: 'curriculum', objectId: null, steps } };
  },
});

/** Lines first, approval last: an approved plan takes none. */
async function enterOne(
  tx: Db,
  { items, weeks, ...plan }: Curriculum,
  courseOf: (name: string, kind: string) => number,
) {
  const { programId, entryYear, approvedOn } = plan;
  const { id } = await tx.curriculum.create({ data: { programId, entryYear }, select: { id: true } });
  const lines = items.map((line, place) => ({ ...line, ordinal: place + 1, courseId: courseOf(line.name, line.kind) }));
  const inserted = await insertLines(tx, id, lines);
  await writeWeeks(tx, id, weeks);
  await tx.curriculum.update({
    where: { id },
    data: { state: 'approved', approvedOn: toDay(approvedOn) },
    select: { id: true },
  });
  const steps = [createdStep('curriculum', id, plan), ...inserted.steps];
  return { id, itemIds: inserted.ids, courseIds: lines.map(({ courseId }) => courseId), steps };
}
