import type { ControlForm, CourseKind, PlanLine } from '@/domain/curriculum/plan';
import type { Db } from '@/server/db';
import type { Term } from './plan-fields';

/** `journals`: those that are kept by the line, as «ИСП-25-1, 2026/2027». */
export type KnownLine = Omit<PlanLine, 'terms'> & { id: number; ordinal: number; terms: Term[]; journals: string[] };

type Row = Omit<KnownLine, 'terms' | 'kind'> & {
  kind: CourseKind;
  terms: (Omit<Term, 'controlForm'> & { controlForm: ControlForm })[];
};

/** The lines of a plan in its order, with the journals that are kept by them. */
export function readLines(tx: Db, curriculumId: number): Promise<KnownLine[]> {
  return tx.$queryRaw<Row[]>`
    SELECT i.id, i.ordinal, i.index, k.name, k.kind::text AS kind, i.pass_fail AS "passFail",
      coalesce((SELECT json_agg(json_build_object('semester', t.semester, 'hours', t.hours, 'controlForm', t.control_form,
        'complex', t.complex, 'withCoursework', t.with_coursework, 'lectures', t.lectures, 'practical', t.practical, 'laboratory', t.laboratory, 'coursework', t.coursework,
        'selfStudy', t.self_study, 'consultations', t.consultations, 'attestation', t.attestation) ORDER BY t.semester)
        FROM curriculum_term t WHERE t.item_id = i.id), '[]') AS terms,
      ARRAY(SELECT DISTINCT g.name || ', ' || y.name FROM course_section s JOIN student_group g ON g.id = s.group_id
        JOIN academic_year y ON y.id = s.year_id WHERE s.item_id = i.id ORDER BY 1) AS journals
    FROM curriculum_item i JOIN course k ON k.id = i.course_id WHERE i.curriculum_id = ${curriculumId} ORDER BY i.ordinal, i.id`;
}

export async function readWeeks(tx: Db, curriculumId: number): Promise<{ semester: number; weeks: number }[]> {
  const select = { semester: true, weeks: true } as const;
  return tx.curriculumSemester.findMany({ where: { curriculumId }, select, orderBy: { semester: 'asc' } });
}
