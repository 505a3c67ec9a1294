import type { LocalDate } from '@/domain/types';
import type { FormerSection, GoingGroup, PlanLine } from '@/domain/year/next-load';
import { yearsOfStudy } from '@/domain/year/outcome';
import type { Db } from '@/server/db';

/** A group that studied in the year, in the year of study that it was. `roll`: students still on it when the next year begins. */
type StudiedGroup = Omit<GoingGroup, 'yearOfStudy'> & {
  entryYear: number;
  termMonths: number;
  lastSemester: number | null;
  roll: number;
  periodIds: number[];
};

/** Groups with a period in the year, by year of study. */
async function readGroups(tx: Db, yearId: number, nextStart: LocalDate): Promise<StudiedGroup[]> {
  return tx.$queryRaw<StudiedGroup[]>`
    SELECT g.id AS "groupId", g.name, u.program_id AS "programId", g.curriculum_id AS "curriculumId", g.entry_year AS "entryYear",
      sp.term_months AS "termMonths",
      (SELECT max(m.semester)::int FROM curriculum_item i JOIN curriculum_term m ON m.item_id = i.id WHERE i.curriculum_id = g.curriculum_id) AS "lastSemester",
      (SELECT count(*)::int FROM enrollment e WHERE e.group_id = g.id AND e.starts_on <= ${nextStart}::date
        AND (e.ends_on IS NULL OR e.ends_on >= ${nextStart}::date)) AS roll,
      coalesce((SELECT json_agg(json_build_object('id', s.id, 'division', s.division, 'name', s.name) ORDER BY s.id) FROM subgroup s
        WHERE s.group_id = g.id), '[]'::json) AS subgroups,
      array_agg(gp.period_id ORDER BY gp.period_id) AS "periodIds"
    FROM group_period gp JOIN academic_period p ON p.id = gp.period_id JOIN student_group g ON g.id = gp.group_id
      JOIN curriculum u ON u.id = g.curriculum_id JOIN study_program sp ON sp.id = u.program_id
    WHERE p.year_id = ${yearId} GROUP BY g.id, u.program_id, sp.term_months ORDER BY g.name`;
}

export type Studied = {
  /** As they were. */
  former: { groupId: number; name: string; programId: number; yearOfStudy: number }[];
  /** Those that go on, in their next year of study, with the periods they had. */
  going: (GoingGroup & { periodIds: number[] })[];
};

/** The groups of a year that began in `startYear`: those whose plan goes on and on whose roll somebody is go on. */
export async function readStudied(tx: Db, yearId: number, startYear: number, nextStart: LocalDate): Promise<Studied> {
  const groups = await readGroups(tx, yearId, nextStart);
  const former = groups.map(({ groupId, name, programId, entryYear }) => {
    return { groupId, name, programId, yearOfStudy: startYear - entryYear + 1 };
  });
  const going = groups
    .filter(({ entryYear, lastSemester, termMonths, roll }) => {
      return roll > 0 && startYear - entryYear + 1 < yearsOfStudy(lastSemester, termMonths);
    })
    .map(({ entryYear, ...group }) => ({ ...group, yearOfStudy: startYear - entryYear + 2 }));
  return { former, going };
}

/** Journals of the year with their last teacher, who must still be employed when the next year begins. */
export function readFormerSections(tx: Db, yearId: number, nextStart: LocalDate): Promise<FormerSection[]> {
  return tx.$queryRaw<FormerSection[]>`
    SELECT c.id AS "sectionId", c.group_id AS "groupId", i.course_id AS "courseId", s.division, s.name AS subgroup, c.scheme_id AS "schemeId",
      (SELECT t.teacher_id FROM teaching_assignment t JOIN staff_member m ON m.id = t.teacher_id
        WHERE t.section_id = c.id AND (m.left_on IS NULL OR m.left_on >= ${nextStart}::date)
        ORDER BY t.ends_on DESC NULLS FIRST, t.starts_on DESC LIMIT 1) AS "teacherId"
    FROM course_section c JOIN curriculum_item i ON i.id = c.item_id LEFT JOIN subgroup s ON s.id = c.subgroup_id
    WHERE c.year_id = ${yearId} ORDER BY c.id`;
}

/** Lines of plans with their terms, in the plan's order. Courses without a journal (internship at an enterprise) are left out. */
export function readPlanLines(tx: Db, curriculumIds: readonly number[]): Promise<PlanLine[]> {
  return tx.$queryRaw<PlanLine[]>`
    SELECT i.id AS "itemId", i.curriculum_id AS "curriculumId", i.course_id AS "courseId",
      json_agg(json_build_object('semester', t.semester, 'hours', t.hours, 'controlForm', t.control_form) ORDER BY t.semester) AS terms
    FROM curriculum_item i JOIN curriculum_term t ON t.item_id = i.id JOIN course k ON k.id = i.course_id
    WHERE i.curriculum_id = ANY (${curriculumIds}::int[]) AND k.kind NOT IN ('internship', 'professionalModule')
    GROUP BY i.id ORDER BY i.ordinal, i.id`;
}
