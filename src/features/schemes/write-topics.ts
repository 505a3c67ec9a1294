import { readHours, type TopicRow, topicFields, withParts } from '@/domain/schemes/topic-rows';
import { createdStep } from '@/features/institution/created-step';
import type { AuditStep } from '@/server/audit';
import type { Db } from '@/server/db';
import { Refusal } from '@/server/errors';

type Given = Omit<TopicRow, 'key'>;

/** Ids of the lines in their order, and what the audit tells. */
export type WrittenTopics = { ids: number[]; steps: AuditStep[] };

/**
 * Makes the lines of a draft those that are given: three statements, whatever their number. Lines that were there keep their
 * ids. @throws Refusal NOT_FOUND for a line of another scheme
 */
export async function writeTopics(
  tx: Db,
  schemeId: number,
  stored: readonly TopicRow[],
  given: readonly Given[],
): Promise<WrittenTopics> {
  const before = new Map(withParts(stored).map((row, place) => [row.id, { ...row, ordinal: place + 1 }]));
  const wanted = withParts(given).map((row, place) => ({
    ...row,
    ordinal: place + 1,
    hours: readHours(row.hours) ?? 0,
  }));
  const named = wanted.flatMap(({ id }) => (id === null ? [] : [id]));
  if (named.some((id) => !before.has(id)) || new Set(named).size < named.length) throw new Refusal('NOT_FOUND');
  const kept = new Set(named);
  const gone = stored.flatMap(({ id }) => (id === null || kept.has(id) ? [] : [id]));
  if (gone.length > 0) await tx.plannedTopic.deleteMany({ where: { schemeId, id: { in: gone } } });
  const changed = wanted.filter((row) => row.id !== null && isChanged(row, before.get(row.id)));
  if (changed.length > 0) await update(tx, schemeId, changed);
  const added = wanted.filter(({ id }) => id === null);
  const made = added.length > 0 ? await insert(tx, schemeId, added) : new Map<number, number>();
  const steps = [
    ...gone.map((id) => removedStep(id, before.get(id)?.title ?? '')),
    ...changed.flatMap((row) => changedSteps(row, before.get(row.id))),
    ...added.map(({ id: _, ordinal, ...row }) =>
      createdStep('plannedTopic', made.get(ordinal) ?? 0, { ...row, ordinal }),
    ),
  ];
  return { ids: wanted.map(({ id, ordinal }) => id ?? made.get(ordinal) ?? 0), steps };
}

type Wanted = Omit<Given, 'hours'> & { ordinal: number; hours: number };
type Stored = TopicRow & { ordinal: number };

const fields = [...topicFields, 'ordinal'] as const;
const columns: Readonly<Record<(typeof fields)[number], string>> = {
  ...{ part: 'part', title: 'title', lessonType: 'lesson_type', hours: 'hours' },
  ...{ content: 'content', homework: 'homework', materials: 'materials', ordinal: 'ordinal' },
};

function isChanged(row: Wanted, before: Stored | undefined): boolean {
  return fields.some((field) => String(row[field]) !== String(before?.[field] ?? ''));
}

function changedSteps(row: Wanted, before: Stored | undefined): AuditStep[] {
  return fields
    .filter((field) => String(row[field]) !== String(before?.[field] ?? ''))
    .map((field) => ({
      ...{ entity: 'plannedTopic', field: columns[field], recordId: row.id ?? 0 },
      ...{ before: String(before?.[field] ?? ''), after: String(row[field]) },
    }));
}

const removedStep = (id: number, title: string): AuditStep => ({
  ...{ entity: 'plannedTopic', field: 'title', recordId: id },
  ...{ before: title, after: null },
});

async function update(tx: Db, schemeId: number, rows: readonly Wanted[]): Promise<void> {
  await tx.$executeRaw`
    UPDATE planned_topic t SET ordinal = w.ordinal, part = w.part, title = w.title, lesson_type = w."lessonType", hours = w.hours,
      content = w.content, homework = w.homework, materials = w.materials
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS w(id int, ordinal smallint, part text, title text, "lessonType" text,
      hours smallint, content text, homework text, materials text)
    WHERE t.id = w.id AND t.scheme_id = ${schemeId}`;
}

/** Ids by the number of the line. */
async function insert(tx: Db, schemeId: number, rows: readonly Wanted[]): Promise<Map<number, number>> {
  const made = await tx.$queryRaw<{ id: number; ordinal: number }[]>`
    INSERT INTO planned_topic (scheme_id, ordinal, part, title, lesson_type, hours, content, homework, materials)
    SELECT ${schemeId}, ordinal, part, title, "lessonType", hours, content, homework, materials
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS w(ordinal smallint, part text, title text, "lessonType" text,
      hours smallint, content text, homework text, materials text)
    RETURNING id, ordinal`;
  return new Map(made.map(({ id, ordinal }) => [ordinal, id]));
}
