import { z } from 'zod';
import type { Actor } from '@/access/actor';
import { mayGiveGrades } from '@/access/policies';
import { isLate, publicationDeadline } from '@/domain/deadlines/deadlines';
import { defineCommand } from '@/server/command';
import type { Db } from '@/server/db';
import { Refusal } from '@/server/errors';
import { regulationOfPeriod } from '@/server/regulation';

const input = z.strictObject({
  sectionId: z.int().min(1).max(2_147_483_647),
  periodId: z.int().min(1).max(2_147_483_647),
});

/**
 * Shows the given period grades in the diary (C-05, R-097). Answers how many became visible and how many of them later than the
 * regulation lets families wait: a late publication is better than none, so it is not refused but said.
 */
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
  run: async ({ tx, actor, now, input: { sectionId, periodId } }) => {
    const published = await tx.$queryRaw<{ studentId: number; enteredAt: Date }[]>`
      UPDATE grade SET published_at = ${now}
      WHERE section_id = ${sectionId} AND period_id = ${periodId} AND value IS NOT NULL AND published_at IS NULL
      RETURNING student_id AS "studentId", entered_at AS "enteredAt"`;
    const { deadlines } = await keptRegulation(tx, actor, { sectionId, periodId });
    const late = published.filter(({ enteredAt }) =>
      isLate(now, publicationDeadline(enteredAt, deadlines, actor.timeZone)),
    ).length;
    const steps = published.map(({ studentId }) => ({
      entity: 'grade',
      field: 'published',
      studentId,
      periodId,
      recordId: sectionId,
      before: null,
      after: now.toISOString(),
    }));
    const result = { published: published.length, late };
    return { result, audit: { object: 'section', objectId: sectionId, steps } };
  },
});

type Place = z.output<typeof input>;

async function keptRegulation(tx: Db, actor: Actor, { sectionId, periodId }: Place) {
  const period = await tx.groupPeriod.findFirst({
    where: { periodId, group: { sections: { some: { id: sectionId } } } },
    select: { regulationId: true },
  });
  return regulationOfPeriod(actor, period?.regulationId, tx);
}
