import { z } from 'zod';
import { averageOf } from '@/domain/grading/average';
import { proposeMark } from '@/domain/grading/proposal';
import type { GradeValue } from '@/domain/types';
import { idField, instantField } from '@/features/institution/inputs';
import { assertStaff } from '@/features/journal/assert-staff';
import { marksOfPeriod, weighted } from '@/features/journal/period-marks';
import { loadSectionContext } from '@/features/journal/section-context';
import type { AuditEntry } from '@/server/audit';
import { defineCommand, type PeriodKey, type RunArgs } from '@/server/command';
import { Refusal } from '@/server/errors';

const grade = z.strictObject({
  studentId: idField,
  /** null: as the regulation proposes. */
  value: z.enum(['5', '4', '3', '2', 'pass', 'fail', 'notAttested']).nullable(),
  reason: z.string().max(300).nullable().default(null),
});
const sheet = z.strictObject({
  sectionId: idField,
  periodId: idField,
  by: idField,
  at: instantField,
  publishedAt: instantField.nullable(),
  grades: z.array(grade).min(1),
});
const input = z.strictObject({ sheets: z.array(sheet).min(1).max(200) });
type Input = z.output<typeof input>;
type Sheet = Input['sheets'][number];

/**
 * Period grades carried over from elsewhere with their authors and instants; what the regulation proposed at that moment is
 * worked out here (R-091…R-093). System only. @throws Refusal NOT_FOUND, PERIOD_LOCKED, DUPLICATE
 */
export const importGrades = defineCommand({
  name: 'lessons.import-grades',
  permission: 'journal.import',
  input,
  period: touchedPeriods,
  run: async (args) => {
    const audit: AuditEntry[] = [];
    let given = 0;
    for (const one of args.input.sheets) {
      const rows = await judge(args, one);
      await insert(args.tx, rows);
      given += rows.length;
      audit.push(entryOf(one, rows));
    }
    return { result: { given }, audit };
  },
});

type Row = {
  sectionId: number;
  studentId: number;
  periodId: number;
  groupId: number;
  value: GradeValue;
  proposed: GradeValue | null;
  average: string | null;
  reason: string | null;
  publishedAt: Date | null;
  by: number;
  at: Date;
};

async function judge(args: RunArgs<Input>, { grades, ...place }: Sheet): Promise<Row[]> {
  const { regulation, section } = await loadSectionContext(args, place.sectionId, [], [place.periodId]);
  const where = { sectionId: section.id, courseId: section.courseId, periodId: place.periodId };
  const marks = await marksOfPeriod(args.tx, where, regulation);
  return grades.map(({ studentId, value, reason }) => {
    const average = averageOf(weighted(marks.get(studentId) ?? [], regulation), regulation.periodMark);
    const proposed = section.scale === 'passFail' ? null : (proposeMark(average, regulation.periodMark)?.value ?? null);
    const given = value ?? proposed ?? 'notAttested';
    return {
      ...place,
      studentId,
      groupId: section.groupId,
      value: given,
      proposed,
      average: average ? (average.hundredths / 100).toFixed(2) : null,
      reason: given === proposed ? null : reason,
    };
  });
}

function insert(tx: RunArgs<unknown>['tx'], rows: readonly Row[]): Promise<number> {
  return tx.$executeRaw`
    INSERT INTO grade (section_id, student_id, period_id, group_id, value, proposed, average, reason, published_at, entered_by_id, entered_at)
    SELECT "sectionId", "studentId", "periodId", "groupId", value, proposed, average, reason, "publishedAt", by, at
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS g("sectionId" int, "studentId" int, "periodId" int, "groupId" int,
      value text, proposed text, average numeric, reason text, "publishedAt" timestamptz, by int, at timestamptz)`;
}

function entryOf({ sectionId, by, at }: Sheet, rows: readonly Row[]): AuditEntry {
  const steps = rows.flatMap(({ studentId, periodId, value, reason, publishedAt }) => {
    const step = { entity: 'grade', studentId, periodId, recordId: sectionId, before: null, version: 1 };
    const fields = { value, reason, published: publishedAt?.toISOString() ?? null };
    return Object.entries(fields).flatMap(([field, after]) => (after === null ? [] : [{ ...step, field, after }]));
  });
  return { object: 'section', objectId: sectionId, steps, as: { personId: by, at } };
}

async function touchedPeriods({ tx, input: { sheets } }: RunArgs<Input>): Promise<PeriodKey[]> {
  const sections = await tx.courseSection.findMany({
    where: { id: { in: sheets.map(({ sectionId }) => sectionId) } },
    select: { id: true, groupId: true, year: { select: { periods: { select: { id: true } } } } },
  });
  const places = new Map(sections.map((section) => [section.id, section]));
  await assertStaff(
    tx,
    sheets.map(({ by }) => by),
  );
  return sheets.map(({ sectionId, periodId }) => {
    const { groupId, year } = places.get(sectionId) ?? {};
    if (groupId === undefined || !year?.periods.some(({ id }) => id === periodId)) throw new Refusal('NOT_FOUND');
    return { groupId, periodId, sectionId };
  });
}
