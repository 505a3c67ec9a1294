import { z } from 'zod';
import { createdStep } from '@/features/institution/created-step';
import { dateField, idField, toDay, toDayOrNull } from '@/features/institution/inputs';
import { defineCommand } from '@/server/command';
import type { Db } from '@/server/db';
import { Refusal } from '@/server/errors';

const teacher = z.strictObject({ teacherId: idField, startsOn: dateField, endsOn: dateField.nullable().default(null) });
const plan = z.strictObject({
  periodId: idField,
  plannedHours: z.int().min(0).max(1500),
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
const input = z.strictObject({
  sections: z
    .array(
      z.strictObject({
        yearId: idField,
        groupId: idField,
        itemId: idField,
        subgroupId: idField.nullable(),
        schemeId: idField.nullable(),
        /** Empty: the journal is there, its load is given later. */
        teachers: z.array(teacher),
        periods: z.array(plan).min(1),
      }),
    )
    .min(1)
    .max(1000),
});

/** Тарификация: opens journals of courses for groups and subgroups and gives them to teachers. Answers their ids. @throws Refusal NOT_FOUND */
export const assignLoad = defineCommand({
  name: 'teaching-load.assign',
  permission: 'load.enter',
  input,
  period: async ({ input: { sections } }) =>
    sections.flatMap(({ groupId, periods }) => periods.map(({ periodId }) => ({ groupId, periodId, sectionId: 0 }))),
  run: async ({ tx, input: { sections } }) => {
    await assertOneParent(tx, sections);
    const rows = await tx.courseSection.createManyAndReturn({
      data: sections.map(({ teachers: _, periods: __, ...section }) => section),
      select: { id: true },
    });
    const ids = rows.map(({ id }) => id);
    const idAt = (place: number): number => ids[place] ?? 0;
    const teachers = sections.flatMap(({ teachers: own }, place) =>
      own.map((row) => ({ ...row, sectionId: idAt(place) })),
    );
    await tx.teachingAssignment.createMany({
      data: teachers.map((row) => ({ ...row, startsOn: toDay(row.startsOn), endsOn: toDayOrNull(row.endsOn) })),
    });
    const periods = sections.flatMap(({ periods: own }, place) =>
      own.map((row) => ({ ...row, sectionId: idAt(place) })),
    );
    await tx.sectionPeriod.createMany({ data: periods });
    const steps = [
      ...sections.map(({ teachers: _, periods: __, ...row }, place) => createdStep('section', idAt(place), row)),
      ...teachers.map(({ sectionId, ...row }) => createdStep('teachingAssignment', sectionId, row)),
      ...periods.map(({ sectionId, ...row }) => createdStep('sectionPeriod', sectionId, row)),
    ];
    return { result: { ids }, audit: { object: 'section', objectId: null, steps } };
  },
});

/** The line is of the group's own plan, the subgroup of the group, the КТП of the line's course, periods of the year (T-023). */
async function assertOneParent(tx: Db, sections: z.output<typeof input>['sections']): Promise<void> {
  const strange = await tx.$queryRaw<{ n: number }[]>`
    SELECT 1 AS n FROM jsonb_to_recordset(${JSON.stringify(sections)}::jsonb)
      AS s("yearId" int, "groupId" int, "itemId" int, "subgroupId" int, "schemeId" int, periods jsonb)
    WHERE NOT EXISTS (SELECT 1 FROM student_group g JOIN curriculum_item i ON i.curriculum_id = g.curriculum_id
        WHERE g.id = s."groupId" AND i.id = s."itemId"
          AND (s."schemeId" IS NULL OR i.course_id = (SELECT course_id FROM scheme_of_work WHERE id = s."schemeId")))
      OR s."subgroupId" IS NOT NULL AND NOT EXISTS (SELECT 1 FROM subgroup WHERE id = s."subgroupId" AND group_id = s."groupId")
      OR EXISTS (SELECT 1 FROM jsonb_array_elements(s.periods) AS p LEFT JOIN academic_period a ON a.id = (p ->> 'periodId')::int
        WHERE a.year_id IS DISTINCT FROM s."yearId") LIMIT 1`;
  if (strange.length > 0) throw new Refusal('NOT_FOUND');
}
