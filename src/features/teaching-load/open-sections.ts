import { createdStep } from '@/features/institution/created-step';
import { toDay, toDayOrNull } from '@/features/institution/inputs';
import type { AuditStep } from '@/server/audit';
import type { Db } from '@/server/db';
import { Refusal } from '@/server/errors';
import type { NewSection } from './section-fields';

/** Opens journals with their teachers and planned hours. Answers their ids in the order given. @throws Refusal NOT_FOUND */
export async function openSections(
  tx: Db,
  sections: readonly NewSection[],
): Promise<{ ids: number[]; steps: AuditStep[] }> {
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
  const periods = sections.flatMap(({ periods: own }, place) => own.map((row) => ({ ...row, sectionId: idAt(place) })));
  await tx.sectionPeriod.createMany({ data: periods });
  const steps = [
    ...sections.map(({ teachers: _, periods: __, ...row }, place) => createdStep('section', idAt(place), row)),
    ...teachers.map(({ sectionId, ...row }) => createdStep('teachingAssignment', sectionId, row)),
    ...periods.map(({ sectionId, ...row }) => createdStep('sectionPeriod', sectionId, row)),
  ];
  return { ids, steps };
}

/** The line is of the group's own plan, the subgroup of the group, the КТП of the line's course, periods of the year (T-023). */
async function assertOneParent(tx: Db, sections: readonly NewSection[]): Promise<void> {
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
