import { z } from 'zod';
import { createdStep } from '@/features/institution/created-step';
import { dateField, idField, nameField, toDay } from '@/features/institution/inputs';
import { defineCommand } from '@/server/command';
import type { Db } from '@/server/db';
import { courseKinds, ensureCourses } from './ensure-courses';

const term = z.strictObject({
  semester: z.int().min(1).max(12),
  hours: z.int().min(0).max(1500),
  controlForm: z.enum([
    'none',
    'exam',
    'complexExam',
    'gradedCredit',
    'complexGradedCredit',
    'credit',
    'moduleExam',
    'coursework',
  ]),
});
const item = z.strictObject({
  index: nameField(20),
  name: nameField(300),
  kind: z.enum(courseKinds),
  passFail: z.boolean().default(false),
  terms: z.array(term),
});
const input = z.strictObject({
  curricula: z
    .array(
      z.strictObject({
        programId: idField,
        entryYear: z.int().min(1990).max(2100),
        approvedOn: dateField,
        items: z.array(item).min(1),
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

async function enterOne(tx: Db, { items, ...plan }: Curriculum, courseOf: (name: string, kind: string) => number) {
  const { id } = await tx.curriculum.create({
    data: { ...plan, approvedOn: toDay(plan.approvedOn) },
    select: { id: true },
  });
  const rows = await tx.curriculumItem.createManyAndReturn({
    data: items.map(({ index, name, kind, passFail }) => ({
      curriculumId: id,
      courseId: courseOf(name, kind),
      index,
      passFail,
    })),
    select: { id: true, courseId: true },
  });
  const itemIds = rows.map((row) => row.id);
  const terms = items.flatMap((line, place) => line.terms.map((row) => ({ ...row, itemId: itemIds[place] ?? 0 })));
  await tx.curriculumTerm.createMany({ data: terms });
  const steps = [
    createdStep('curriculum', id, plan),
    ...items.map(({ terms: own, ...line }, place) =>
      createdStep('curriculumItem', itemIds[place] ?? 0, {
        ...line,
        terms: own.map(({ semester, hours, controlForm }) => `${semester}: ${hours} ${controlForm}`).join('; '),
      }),
    ),
  ];
  return { id, itemIds, courseIds: rows.map((row) => row.courseId), steps };
}
