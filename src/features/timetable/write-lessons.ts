import type { LocalDate } from '@/domain/types';
import type { AuditStep } from '@/server/audit';
import type { Db } from '@/server/db';

export type LessonToLay = {
  sectionId: number;
  periodId: number;
  teacherId: number;
  timetableEntryId: number | null;
  date: LocalDate;
  classPeriod: number;
  room: string;
  lessonType: string;
  hours: number;
};

/** Puts lessons into the calendar in one statement; those of a stream bear its number. Answers ids in the order given, with the steps. */
export async function insertLessons(
  tx: Db,
  lessons: readonly LessonToLay[],
): Promise<{ ids: number[]; steps: AuditStep[] }> {
  if (lessons.length === 0) return { ids: [], steps: [] };
  const rows = await tx.$queryRaw<{ id: number }[]>`
    INSERT INTO lesson (section_id, group_id, period_id, subgroup_id, teacher_id, timetable_entry_id, stream_id, date, class_period, room,
      lesson_type, hours)
    SELECT t."sectionId", c.group_id, t."periodId", c.subgroup_id, t."teacherId", t."timetableEntryId", c.stream_id, t.date, t."classPeriod",
      t.room, t."lessonType", t.hours
    FROM jsonb_array_elements(${JSON.stringify(lessons)}::jsonb) WITH ORDINALITY AS e(row, n)
      CROSS JOIN LATERAL jsonb_to_record(e.row) AS t("sectionId" int, "periodId" int, "teacherId" int, "timetableEntryId" int,
        date date, "classPeriod" smallint, room text, "lessonType" text, hours smallint)
      JOIN course_section c ON c.id = t."sectionId"
    ORDER BY e.n RETURNING id`;
  const ids = rows.map(({ id }) => id);
  return { ids, steps: lessons.map((row, place) => placedStep(row, ids[place] ?? 0, true)) };
}

/** Takes away lessons that nobody has filled. @throws Refusal INVALID (by the database) when one has been filled meanwhile */
export async function withdrawLessons(tx: Db, ids: readonly number[]): Promise<AuditStep[]> {
  if (ids.length === 0) return [];
  const gone = await tx.$queryRaw<(Pick<LessonToLay, 'date' | 'classPeriod' | 'teacherId'> & { id: number })[]>`
    SELECT id, date::text, class_period::int AS "classPeriod", teacher_id AS "teacherId" FROM lesson WHERE id = ANY (${[...ids]}::int[])
    ORDER BY id`;
  await tx.$executeRaw`SELECT withdraw_lessons(${[...ids]}::int[])`;
  return gone.map(({ id, ...row }) => placedStep(row, id, false));
}

function placedStep(
  { date, classPeriod, teacherId }: Pick<LessonToLay, 'date' | 'classPeriod' | 'teacherId'>,
  lessonId: number,
  there: boolean,
): AuditStep {
  const place = `${date} ${classPeriod} ${teacherId}`;
  const [before, after] = there ? [null, place] : [place, null];
  return { entity: 'lesson', field: 'laid', lessonId, recordId: lessonId, before, after };
}
