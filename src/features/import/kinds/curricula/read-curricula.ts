import { type Control, controlText } from '@/domain/curriculum/control-text';
import type { CourseKind } from '@/domain/curriculum/plan';
import type { Db } from '@/server/db';
import { courseKindLabels } from '@/texts/labels';
import type { Setting } from '../../kind';
import type { CurriculumColumns } from './columns';

type Row = {
  program: string;
  entryYear: number;
  index: string;
  name: string;
  kind: CourseKind;
  passFail: boolean;
  terms: (Control & { semester: number; hours: number })[];
};

/** All lines of all plans. */
export async function readCurricula({ tx }: Setting): Promise<{ readonly [K in keyof CurriculumColumns]?: string }[]> {
  const rows = await tx.$queryRaw<Row[]>`
    SELECT p.code AS program, c.entry_year::int AS "entryYear", i.index, k.name, k.kind::text AS kind, i.pass_fail AS "passFail",
      coalesce((SELECT json_agg(json_build_object('semester', t.semester, 'hours', t.hours, 'controlForm', t.control_form,
        'complex', t.complex, 'withCoursework', t.with_coursework)) FROM curriculum_term t WHERE t.item_id = i.id), '[]') AS terms
    FROM curriculum_item i JOIN curriculum c ON c.id = i.curriculum_id JOIN study_program p ON p.id = c.program_id
      JOIN course k ON k.id = i.course_id
    ORDER BY p.code, c.entry_year, i.ordinal, i.id`;
  return rows.map(({ program, entryYear, index, name, kind, passFail, terms }) => ({
    ...{ program, index, name, entryYear: String(entryYear) },
    kind: courseKindLabels[kind],
    scale: passFail ? 'зачёт' : '5–2',
    ...Object.fromEntries(
      terms.flatMap((term) => [
        [`hours${term.semester}`, term.hours > 0 ? String(term.hours) : ''],
        [`form${term.semester}`, controlText(term)],
      ]),
    ),
  }));
}

/** «ОП.04 Основы алгоритмизации» by the id of a line. */
export async function nameLines(db: Db, ids: readonly number[]): Promise<Map<number, string>> {
  const rows = await db.$queryRaw<{ id: number; name: string }[]>`
    SELECT i.id, i.index || ' ' || k.name AS name FROM curriculum_item i JOIN course k ON k.id = i.course_id
    WHERE i.id = ANY (${[...ids]}::int[])`;
  return new Map(rows.map(({ id, name }) => [id, name]));
}
