import { z } from 'zod';
import type { Regulation } from '@/domain/regulation/regulation';
import { markValues } from '@/domain/types';
import { instantField } from '@/features/institution/inputs';
import { defineCommand, type PeriodKey, type RunArgs } from '@/server/command';
import { Refusal } from '@/server/errors';
import { activeRegulation } from '@/server/regulation';
import { assertStaff } from './assert-staff';
import { isComplete } from './completeness';
import { lockCells, lockMarks, markKey } from './lock-cells';
import { lockLessons } from './lock-section';
import { createAssignments } from './write-assignments';
import {
  cellKey,
  lockAttendance,
  type PresenceWrite,
  type ReasonWrite,
  writePresences,
  writeReasons,
} from './write-attendance';
import { type LessonWrite, writeLessons } from './write-lessons';
import { type MarkWrite, writeMarks } from './write-marks';
import { type AuthoredStep, auditEntries } from './written';

const id = z.int().min(1).max(2_147_483_647);
const code = z.string().regex(/^[a-zA-Z]{1,30}$/);
const authored = { by: id, at: instantField };

const importedMark = z.strictObject({
  studentId: id,
  value: z.enum(markValues).nullable(),
  required: z.boolean(),
  ...authored,
});
const importedLesson = z.strictObject({
  lessonId: id,
  ...authored,
  topic: z.string().max(2000).optional(),
  plannedTopicId: id.nullable().optional(),
  lessonType: code.optional(),
  hours: z.int().min(1).max(12).optional(),
  homework: z.string().max(2000).optional(),
  homeworkDueOn: z.iso.date().nullable().optional(),
  attendanceTaken: z.boolean().default(true),
  assignments: z
    .array(
      z.strictObject({
        taskType: code,
        title: z.string().max(300),
        required: z.boolean().default(false),
        dueOn: z.iso.date().nullable().default(null),
        marks: z.array(importedMark).default([]),
      }),
    )
    .default([]),
  presences: z
    .array(z.strictObject({ studentId: id, value: z.enum(['absent', 'late']).nullable(), ...authored }))
    .default([]),
  reasons: z
    .array(
      z.strictObject({
        studentId: id,
        value: code.nullable(),
        note: z.string().max(200).nullable().default(null),
        ...authored,
      }),
    )
    .default([]),
});

const importInput = z.strictObject({ lessons: z.array(importedLesson).min(1).max(1000) });
type ImportInput = z.output<typeof importInput>;

/**
 * Lessons carried over from elsewhere, a group's week in one call: every entry keeps its author and instant. A student
 * named twice in one list is written twice, in order: that is how corrections come along. Windows of editing do not hold
 * here; locks of periods and enrolment do. System only.
 */
export const importLessons = defineCommand({
  name: 'journal.import-lessons',
  permission: 'journal.import',
  input: importInput,
  period: touchedPeriods,
  run: async ({ tx, actor, input }) => {
    const regulation = await activeRegulation(actor.today, tx);
    assertKnownWords(input, regulation);
    const ids = input.lessons.map((lesson) => lesson.lessonId).sort((a, b) => a - b);
    const lessons = new Map((await lockLessons(tx, ids)).map((lesson) => [lesson.id, lesson]));
    const steps = new Map<number, AuthoredStep[]>();
    const note = (list: readonly AuthoredStep[]) => {
      for (const step of list) {
        const sectionId = lessons.get(step.lessonId ?? 0)?.sectionId ?? 0;
        steps.set(sectionId, [...(steps.get(sectionId) ?? []), step]);
      }
    };
    const written = await writeLessons(tx, input.lessons.map(lessonWrite), lessons, (lesson) =>
      isComplete(lesson, regulation),
    );
    note(settled(written));
    await assertOwnTopics(tx, ids);
    await importMarks({ tx, input, note });
    await importAttendance({ tx, input, note });
    const audit = [...steps].flatMap(([sectionId, list]) => auditEntries(sectionId, list, actor.personId));
    return { result: { lessons: written.written.length }, audit };
  },
});

/** Kinds of lessons and works and reasons of absence are the regulation's. @throws Refusal INVALID */
function assertKnownWords({ lessons }: ImportInput, { lessonTypes, taskTypes, attendance }: Regulation): void {
  const known = (list: readonly { id: string }[], value: string | null | undefined) =>
    value === undefined || value === null || list.some(({ id: own }) => own === value);
  for (const { lessonType, assignments, reasons } of lessons) {
    if (!known(lessonTypes, lessonType)) throw new Refusal('INVALID', { fields: ['lessonType'] });
    if (!assignments.every(({ taskType }) => known(taskTypes, taskType)))
      throw new Refusal('INVALID', { fields: ['taskType'] });
    if (!reasons.every(({ value }) => known(attendance.codes, value)))
      throw new Refusal('INVALID', { fields: ['reason'] });
  }
}

/** A lesson's planned topic is of its own section's plan (T-023). @throws Refusal NOT_FOUND */
async function assertOwnTopics(tx: RunArgs<unknown>['tx'], ids: readonly number[]): Promise<void> {
  const [strange] = await tx.$queryRaw<{ id: number }[]>`
    SELECT l.id FROM lesson l JOIN course_section s ON s.id = l.section_id JOIN planned_topic t ON t.id = l.planned_topic_id
    WHERE l.id = ANY (${[...ids]}::int[]) AND t.scheme_id IS DISTINCT FROM s.scheme_id LIMIT 1`;
  if (strange) throw new Refusal('NOT_FOUND');
}

type Part = { tx: RunArgs<unknown>['tx']; input: ImportInput; note: (steps: readonly AuthoredStep[]) => void };

function lessonWrite({
  assignments,
  presences: __,
  reasons: ___,
  ...lesson
}: ImportInput['lessons'][number]): LessonWrite {
  const holds = assignments.some(({ marks }) => marks.some(({ value }) => value !== null));
  return { ...lesson, version: 0, holds };
}

async function importMarks({ tx, input, note }: Part): Promise<void> {
  const planned = input.lessons.flatMap((lesson) =>
    lesson.assignments.map((assignment) => ({
      ...assignment,
      lessonId: lesson.lessonId,
      by: lesson.by,
      at: lesson.at,
      ref: '',
    })),
  );
  const { assignments: existing } = await lockCells(tx, [...new Set(planned.map(({ lessonId }) => lessonId))], []);
  const { ids, steps } = await createAssignments(
    tx,
    planned.map(({ marks: _, ...assignment }) => assignment),
    existing,
  );
  note(steps);
  const writes: MarkWrite[] = planned.flatMap(({ lessonId, marks }, index) =>
    marks.map((mark) => ({ ...mark, lessonId, assignmentId: ids[index] ?? 0, comment: null, version: 0 })),
  );
  for (const round of rounds(writes, markKey)) {
    note(
      settled(await writeMarks(tx, round.writes, round.number === 0 ? new Map() : await lockMarks(tx, round.writes))),
    );
  }
}

async function importAttendance({ tx, input, note }: Part): Promise<void> {
  const presences: PresenceWrite[] = input.lessons.flatMap(({ lessonId, presences: list }) =>
    list.map((presence) => ({ ...presence, lessonId, version: 0 })),
  );
  const reasons: ReasonWrite[] = input.lessons.flatMap(({ lessonId, reasons: list }) =>
    list.map((reason) => ({ ...reason, lessonId, version: 0 })),
  );
  for (const round of rounds(presences, cellKey)) {
    note(
      settled(await writePresences(tx, round.writes, await lockAttendance(tx, round.number === 0 ? [] : round.writes))),
    );
  }
  for (const round of rounds(reasons, cellKey)) {
    note(settled(await writeReasons(tx, round.writes, await lockAttendance(tx, round.writes))));
  }
}

/** The n-th values of each key together, in the order of their instants, with the version that the former round left. */
function rounds<Write extends { version: number; at: Date }>(
  writes: readonly Write[],
  keyOf: (write: Write) => string,
): { number: number; writes: Write[] }[] {
  const seen = new Map<string, number>();
  const result: { number: number; writes: Write[] }[] = [];
  const ordered = [...writes].sort((one, other) => one.at.getTime() - other.at.getTime());
  for (const write of ordered) {
    const number = seen.get(keyOf(write)) ?? 0;
    seen.set(keyOf(write), number + 1);
    result[number] ??= { number, writes: [] };
    result[number].writes.push({ ...write, version: number });
  }
  return result;
}

function settled({ conflicts, steps }: { conflicts: readonly unknown[]; steps: AuthoredStep[] }): AuthoredStep[] {
  if (conflicts.length > 0) throw new Refusal('CONFLICT', { detail: 'В журнале уже есть записи этих занятий' });
  return steps;
}

function authorsOf({ by, presences, reasons, assignments }: ImportInput['lessons'][number]): number[] {
  const marks = assignments.flatMap((assignment) => assignment.marks);
  return [by, ...[...presences, ...reasons, ...marks].map((entry) => entry.by)];
}

async function touchedPeriods({ tx, input }: RunArgs<ImportInput>): Promise<PeriodKey[]> {
  const ids = input.lessons.map((lesson) => lesson.lessonId);
  await assertStaff(tx, input.lessons.flatMap(authorsOf));
  if (new Set(ids).size !== ids.length) throw new Refusal('INVALID', { detail: 'Занятие названо дважды' });
  const keys = await tx.$queryRaw<(PeriodKey & { lessons: bigint })[]>`
    SELECT group_id AS "groupId", period_id AS "periodId", section_id AS "sectionId", count(*) AS lessons
    FROM lesson WHERE id = ANY (${ids}::int[]) AND state <> 'cancelled' GROUP BY 1, 2, 3`;
  if (keys.reduce((sum, key) => sum + Number(key.lessons), 0) !== ids.length) throw new Refusal('NOT_FOUND');
  return keys;
}
