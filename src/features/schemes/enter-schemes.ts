import { z } from 'zod';
import { createdStep } from '@/features/institution/created-step';
import { dateField, idField, nameField, toDayOrNull } from '@/features/institution/inputs';
import type { AuditStep } from '@/server/audit';
import { defineCommand } from '@/server/command';
import { Refusal } from '@/server/errors';

const topic = z.strictObject({
  part: z.string().max(300),
  title: nameField(500),
  lessonType: nameField(40),
  hours: z.int().min(1).max(36),
  homework: z.string().max(2000),
  content: z.string().max(4000).default(''),
  materials: z.string().max(2000).default(''),
  taskType: z.string().max(40).nullable(),
  taskTitle: z.string().max(300).nullable(),
});
const input = z.strictObject({
  schemes: z
    .array(
      z.strictObject({
        courseId: idField,
        authorId: idField,
        title: nameField(300),
        approvedOn: dateField.nullable(),
        topics: z.array(topic).min(1).max(500),
      }),
    )
    .min(1)
    .max(200),
});
type Scheme = z.output<typeof input>['schemes'][number];

/** Enters КТП: own ones by a teacher, with topics in their order. Answers their ids in the order given. */
export const enterSchemes = defineCommand({
  name: 'schemes.enter',
  permission: 'scheme.enter',
  input,
  period: 'none',
  run: async ({ tx, actor, input: { schemes } }) => {
    const foreign = schemes.some(({ authorId }) => authorId !== actor.personId);
    const approves = schemes.some(({ approvedOn }) => approvedOn !== null);
    if (actor.kind !== 'system' && (foreign || approves)) throw new Refusal('FORBIDDEN');
    const rows = await tx.schemeOfWork.createManyAndReturn({
      data: schemes.map(({ topics: _, ...scheme }) => ({
        ...scheme,
        approvedOn: toDayOrNull(scheme.approvedOn),
        state: 'draft' as const,
      })),
      select: { id: true },
    });
    const ids = rows.map(({ id }) => id);
    const numbered = schemes.flatMap(({ topics }, place) =>
      topics.map((row, at) => ({ ...row, schemeId: ids[place] ?? 0, ordinal: at + 1 })),
    );
    const inserted = await tx.$queryRaw<{ id: number; schemeId: number }[]>`
      INSERT INTO planned_topic (scheme_id, ordinal, part, title, lesson_type, hours, homework, task_type, task_title, content, materials)
      SELECT "schemeId", ordinal, part, title, "lessonType", hours, homework, "taskType", "taskTitle", content, materials
      FROM jsonb_to_recordset(${JSON.stringify(numbered)}::jsonb) AS t("schemeId" int, ordinal smallint, part text, title text,
        "lessonType" text, hours smallint, homework text, "taskType" text, "taskTitle" text, content text, materials text)
      RETURNING id, scheme_id AS "schemeId"`;
    // An approved one takes no topics any more.
    await tx.schemeOfWork.updateMany({
      where: { id: { in: ids }, approvedOn: { not: null } },
      data: { state: 'approved' },
    });
    const topicIds = new Map<number, number[]>(ids.map((id) => [id, []]));
    for (const { id, schemeId } of inserted) topicIds.get(schemeId)?.push(id);
    const result = { schemes: ids.map((id) => ({ id, topicIds: topicIds.get(id) ?? [] })) };
    const steps = schemes.map((scheme, place) => schemeStep(scheme, ids[place] ?? 0));
    return { result, audit: { object: 'scheme', objectId: null, steps } };
  },
});

function schemeStep({ topics, ...scheme }: Scheme, id: number): AuditStep {
  const hours = topics.reduce((sum, row) => sum + row.hours, 0);
  return createdStep('scheme', id, { ...scheme, topics: topics.length, hours });
}
