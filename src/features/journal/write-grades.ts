import { mayGiveGrades } from '@/access/policies';
import { averageOf } from '@/domain/grading/average';
import { needsReason, proposeMark } from '@/domain/grading/proposal';
import { isGradeOf } from '@/domain/grading/scale';
import type { GradeValue } from '@/domain/types';
import { Refusal } from '@/server/errors';
import type { CellEdits, EditConflict } from './cell-edits';
import { marksOfPeriod, weighted } from './period-marks';
import type { SectionContext } from './section-context';
import type { AuthoredStep, WriteResult } from './written';

type GradeEdit = CellEdits['grades'][number];
type StoredGrade = {
  studentId: number;
  periodId: number;
  value: GradeValue | null;
  reason: string | null;
  publishedAt: Date | null;
  version: number;
  by: string;
  at: Date;
};
type Judged = GradeEdit & { average: string | null; proposed: GradeValue | null };

const keyOf = (grade: { studentId: number; periodId: number }) => `${grade.periodId} ${grade.studentId}`;

/**
 * Period grades with what the regulation proposed at that moment (R-091…R-093). A grade that was changed after its
 * publication is no longer published. @throws Refusal FORBIDDEN, WRONG_SCALE, REASON_NEEDED
 */
export async function writeGrades(
  context: SectionContext,
  edits: readonly GradeEdit[],
): Promise<WriteResult<{ studentId: number; version: number }>> {
  if (edits.length === 0) return { written: [], conflicts: [], steps: [] };
  const { actor, section } = context;
  if (!mayGiveGrades(actor, section.id)) throw new Refusal('FORBIDDEN');
  const stored = await lockGrades(context, edits);
  const fresh = edits.filter((edit) => (stored.get(keyOf(edit))?.version ?? 0) === edit.version);
  const judged = await judge(context, fresh);
  const rows = judged.length === 0 ? [] : await upsert(context, judged);
  const written = new Set(rows.map(keyOf));
  const missed = edits.filter((edit) => !written.has(keyOf(edit)));
  const newer = missed.length === 0 ? stored : await lockGrades(context, missed);
  return {
    written: rows,
    conflicts: missed.map((edit) => conflictOf(edit, newer.get(keyOf(edit)))),
    steps: judged
      .filter((edit) => written.has(keyOf(edit)))
      .flatMap((edit) => stepsOf(context, edit, stored.get(keyOf(edit)))),
  };
}

async function lockGrades(context: SectionContext, edits: readonly GradeEdit[]): Promise<Map<string, StoredGrade>> {
  const rows = await context.tx.$queryRaw<StoredGrade[]>`
    SELECT g.student_id AS "studentId", g.period_id AS "periodId", g.value, g.reason,
      g.published_at AS "publishedAt", g.version,
      p.last_name || ' ' || left(p.first_name, 1) || '.' AS by, g.entered_at AS at
    FROM grade g JOIN person p ON p.id = g.entered_by_id
    WHERE g.section_id = ${context.section.id} AND (g.student_id, g.period_id) IN (
      SELECT * FROM unnest(${edits.map((edit) => edit.studentId)}::int[], ${edits.map((edit) => edit.periodId)}::int[]))
    ORDER BY g.period_id, g.student_id FOR UPDATE OF g`;
  return new Map(rows.map((row) => [keyOf(row), row]));
}

async function judge(context: SectionContext, edits: readonly GradeEdit[]): Promise<Judged[]> {
  const { regulation, section, tx } = context;
  const judged: Judged[] = [];
  for (const periodId of new Set(edits.map((edit) => edit.periodId))) {
    const place = { sectionId: section.id, courseId: section.courseId, periodId };
    const marks = await marksOfPeriod(tx, place, regulation);
    for (const edit of edits.filter((candidate) => candidate.periodId === periodId)) {
      const average = averageOf(weighted(marks.get(edit.studentId) ?? [], regulation), regulation.periodMark);
      const proposed =
        section.scale === 'passFail' ? null : (proposeMark(average, regulation.periodMark)?.value ?? null);
      checkGrade(edit, proposed, context);
      judged.push({ ...edit, average: average ? (average.hundredths / 100).toFixed(2) : null, proposed });
    }
  }
  return judged;
}

function checkGrade(
  edit: GradeEdit,
  proposed: '5' | '4' | '3' | '2' | null,
  { section, regulation }: SectionContext,
): void {
  const { value } = edit;
  if (value === null) return;
  if (!isGradeOf(value, section.scale)) throw new Refusal('WRONG_SCALE');
  if (needsReason(value, proposed, regulation.periodMark) && !edit.reason) throw new Refusal('REASON_NEEDED');
}

type Row = { studentId: number; periodId: number; version: number };

function upsert({ tx, section, actor, now }: SectionContext, grades: readonly Judged[]): Promise<Row[]> {
  return tx.$queryRaw<Row[]>`
    INSERT INTO grade AS g (section_id, student_id, period_id, group_id, value, proposed, average, reason, version, entered_by_id, entered_at)
    SELECT ${section.id}, "studentId", "periodId", ${section.groupId}, value, proposed, average, reason, version + 1, ${actor.personId}, ${now}
    FROM jsonb_to_recordset(${JSON.stringify(grades)}::jsonb) AS w("studentId" int, "periodId" int, value text, proposed text,
      average numeric, reason text, version int)
    ORDER BY "periodId", "studentId"
    ON CONFLICT (section_id, student_id, period_id) DO UPDATE SET value = excluded.value, proposed = excluded.proposed,
      average = excluded.average, reason = excluded.reason, version = g.version + 1, published_at = NULL,
      entered_by_id = excluded.entered_by_id, entered_at = excluded.entered_at, voided_at = NULL
    WHERE g.version = excluded.version - 1
    RETURNING student_id AS "studentId", period_id AS "periodId", version`;
}

function conflictOf(edit: GradeEdit, current: StoredGrade | undefined): EditConflict {
  return {
    kind: 'grade',
    lessonId: null,
    studentId: edit.studentId,
    assignmentId: null,
    version: current?.version ?? 0,
    value: current?.value ?? null,
    required: false,
    by: current?.by ?? '',
    at: current?.at.toISOString() ?? '',
  };
}

function stepsOf(
  { actor, now, section }: SectionContext,
  edit: Judged,
  before: StoredGrade | undefined,
): AuthoredStep[] {
  const step = {
    entity: 'grade',
    studentId: edit.studentId,
    periodId: edit.periodId,
    recordId: section.id,
    version: edit.version + 1,
    by: actor.personId,
    at: now,
  };
  const steps: AuthoredStep[] = [{ ...step, field: 'value', before: before?.value ?? null, after: edit.value }];
  const reason = before?.reason ?? null;
  if (reason !== edit.reason) steps.push({ ...step, field: 'reason', before: reason, after: edit.reason });
  const published = before?.publishedAt ?? null;
  if (published) steps.push({ ...step, field: 'published', before: published.toISOString(), after: null });
  return steps;
}
