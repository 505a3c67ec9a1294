import type { LocalDate } from '@/domain/types';
import type { Db } from '@/server/db';
import type { EditConflict } from './cell-edits';
import type { AuthoredStep, Authorship, WriteResult } from './written';

/** Fields left undefined stay as they are. `complete` says whether the lesson is filled after this write. */
export type LessonWrite = Authorship & {
  lessonId: number;
  version: number;
  topic?: string | undefined;
  plannedTopicId?: number | null | undefined;
  lessonType?: string | undefined;
  hours?: number | undefined;
  homework?: string | undefined;
  homeworkDueOn?: LocalDate | null | undefined;
  attendanceTaken?: boolean | undefined;
  /** Something else of the same save, a mark, shows that the lesson was held. */
  holds?: boolean;
};

export type StoredLesson = {
  id: number;
  sectionId: number;
  groupId: number;
  periodId: number;
  subgroupId: number | null;
  /** Of the locked period, under which it was lived; null while it is open. */
  regulationId: number | null;
  /** The period is locked; whoever comes to write it was let in by a reopening. */
  reopened: boolean;
  date: LocalDate;
  state: 'planned' | 'held' | 'cancelled';
  topic: string;
  plannedTopicId: number | null;
  lessonType: string;
  hours: number;
  homework: string;
  homeworkDueOn: LocalDate | null;
  attendanceTaken: boolean;
  version: number;
  enteredAt: Date | null;
  enteredBy: string;
};

/** Fields that share the lesson's version; `attendanceTaken` is a plain fact that any author may confirm. */
const versioned = ['topic', 'plannedTopicId', 'lessonType', 'hours', 'homework', 'homeworkDueOn'] as const;
const fields = [...versioned, 'attendanceTaken'] as const;
const columns: Record<(typeof fields)[number], string> = {
  topic: 'topic',
  plannedTopicId: 'planned_topic_id',
  lessonType: 'lesson_type',
  hours: 'hours',
  homework: 'homework',
  homeworkDueOn: 'homework_due_on',
  attendanceTaken: 'attendance_taken',
};

export type LessonRow = { id: number; version: number; enteredAt: Date | null };

/**
 * Lessons of a batch in one statement. `complete(lesson)` tells whether the lesson is filled: the moment and author of
 * «внесено» stay those of the save that completed it, until then they follow the last save.
 */
export async function writeLessons(
  tx: Db,
  writes: readonly LessonWrite[],
  stored: ReadonlyMap<number, StoredLesson>,
  complete: (lesson: StoredLesson) => boolean,
): Promise<WriteResult<LessonRow>> {
  const result: WriteResult<LessonRow> = { written: [], conflicts: [], steps: [] };
  const rows = [];
  for (const write of writes) {
    const before = stored.get(write.lessonId);
    if (!before) continue;
    const changes = fields.filter((field) => write[field] !== undefined && write[field] !== before[field]);
    const bumps = changes.some((field) => field !== 'attendanceTaken');
    if (bumps && before.version !== write.version) {
      result.conflicts.push(conflictOf(before));
      continue;
    }
    if (changes.length === 0 && !(write.holds && before.state === 'planned')) {
      result.written.push({ id: before.id, version: before.version, enteredAt: before.enteredAt });
      continue;
    }
    const after = { ...before, ...definedOf(write, changes) };
    const keepsEntry = complete(before);
    rows.push({
      ...after,
      version: before.version + (bumps ? 1 : 0),
      by: keepsEntry ? null : write.by,
      at: keepsEntry ? null : write.at,
    });
    result.steps.push(...changes.map((field) => stepOf(field, write, before, bumps)));
  }
  if (rows.length > 0) result.written.push(...(await update(tx, rows)));
  return result;
}

function update(tx: Db, rows: readonly object[]): Promise<LessonRow[]> {
  return tx.$queryRaw<LessonRow[]>`
    UPDATE lesson l SET topic = w.topic, planned_topic_id = w."plannedTopicId", lesson_type = w."lessonType", hours = w.hours,
      homework = w.homework, homework_due_on = w."homeworkDueOn", attendance_taken = w."attendanceTaken", version = w.version,
      state = 'held', entered_by_id = coalesce(w.by, l.entered_by_id), entered_at = coalesce(w.at, l.entered_at)
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS w(id int, topic text, "plannedTopicId" int, "lessonType" text,
      hours smallint, homework text, "homeworkDueOn" date, "attendanceTaken" boolean, version int, by int, at timestamptz)
    WHERE l.id = w.id RETURNING l.id, l.version, l.entered_at AS "enteredAt"`;
}

function definedOf(write: LessonWrite, changes: readonly (typeof fields)[number][]): Partial<StoredLesson> {
  return Object.fromEntries(changes.map((field) => [field, write[field]]));
}

function stepOf(
  field: (typeof fields)[number],
  write: LessonWrite,
  before: StoredLesson,
  bumps: boolean,
): AuthoredStep {
  const text = (value: unknown) => (value === null || value === undefined ? null : String(value));
  return {
    entity: 'lesson',
    field: columns[field],
    lessonId: write.lessonId,
    before: text(before[field]),
    after: text(write[field]),
    ...(bumps && field !== 'attendanceTaken' ? { version: before.version + 1 } : {}),
    by: write.by,
    at: write.at,
  };
}

function conflictOf(current: StoredLesson): EditConflict {
  return {
    kind: 'lesson',
    lessonId: current.id,
    studentId: null,
    assignmentId: null,
    version: current.version,
    value: current.topic,
    required: false,
    by: current.enteredBy,
    at: current.enteredAt?.toISOString() ?? '',
  };
}
