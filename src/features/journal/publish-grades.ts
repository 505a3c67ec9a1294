import { z } from 'zod';
import { mayGiveGrades } from '@/access/policies';
import { defineCommand } from '@/server/command';
import { Refusal } from '@/server/errors';

const input = z.strictObject({
  sectionId: z.int().min(1).max(2_147_483_647),
  periodId: z.int().min(1).max(2_147_483_647),
});

/** Shows the given period grades in the diary (C-05, R-097). Answers how many became visible. */
export const publishGrades = defineCommand({
  name: 'journal.publish-grades',
  permission: 'grade.give',
  input,
  period: async ({ tx, actor, input: { sectionId, periodId } }) => {
    if (!mayGiveGrades(actor, sectionId)) throw new Refusal('NOT_FOUND');
    const { groupId } = await tx.courseSection.findUniqueOrThrow({
      where: { id: sectionId },
      select: { groupId: true },
    });
    const studied = await tx.groupPeriod.count({
      where: { groupId, periodId, period: { year: { sections: { some: { id: sectionId } } } } },
    });
    if (studied === 0) throw new Refusal('NOT_FOUND');
    return [{ groupId, periodId, sectionId }];
  },
  run: async ({ tx, now, input: { sectionId, periodId } }) => {
    const published = await tx.$queryRaw<{ studentId: number }[]>`
      UPDATE grade SET published_at = ${now}
      WHERE section_id = ${sectionId} AND period_id = ${periodId} AND value IS NOT NULL AND published_at IS NULL
      RETURNING student_id AS "studentId"`;
    const steps = published.map(({ studentId }) => ({
      entity: 'grade',
      field: 'published',
      studentId,
      periodId,
      recordId: sectionId,
      before: null,
      after: now.toISOString(),
    }));
    return { result: { published: published.length }, audit: { object: 'section', objectId: sectionId, steps } };
  },
});
