import { z } from 'zod';
import { courseKinds } from '@/domain/curriculum/plan';
import { nameField } from '@/features/institution/inputs';
import { defineCommand } from '@/server/command';
import { ensureCourses } from './ensure-courses';

const input = z.strictObject({
  courses: z
    .array(z.strictObject({ name: nameField(300), kind: z.enum(courseKinds) }))
    .min(1)
    .max(5000),
});

/** Enters courses into the dictionary before any plan has them; those that are there stay. Answers their ids in the order given. */
export const enterCourses = defineCommand({
  name: 'curriculum.enter-courses',
  permission: 'curriculum.enter',
  input,
  period: 'none',
  run: async ({ tx, input: { courses } }) => {
    const { idOf, steps } = await ensureCourses(tx, courses);
    const ids = courses.map(({ name, kind }) => idOf(name, kind));
    return { result: { ids }, audit: { object: 'course', objectId: null, steps } };
  },
});
