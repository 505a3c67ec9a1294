import { z } from 'zod';
import { editRegulation, regulationEditsSchema } from '@/domain/regulation/edit-regulation';
import { profiles } from '@/domain/regulation/profiles';
import type { Regulation } from '@/domain/regulation/regulation';
import type { LocalDate } from '@/domain/types';
import type { Db } from '@/server/db';
import { activeRegulation } from '@/server/regulation';
import { dateField } from './inputs';
import { placeOf } from './regulation-places';
import { regulationInWords } from './regulation-words';

export const compositionInput = z.strictObject({
  validFrom: dateField,
  /** Shipped profile to begin with, or what is in force. */
  base: z.enum(['current', 's0', 's1', 's2', 's3', 's4', 'demo']),
  edits: regulationEditsSchema,
});

export type Composition = z.output<typeof compositionInput>;
export type RegulationChange = { part: string; term: string; before: string; after: string };
export type Composed = {
  regulation: Regulation;
  problems: readonly { place: string; reason: string }[];
  changes: readonly RegulationChange[];
};

/** The new version in the making: what speaks against it and what it changes in words, against the day before. */
export async function composeRegulation(
  { base, edits, validFrom }: Composition,
  today: LocalDate,
  reader: Db,
): Promise<Composed> {
  const current = await activeRegulation(today, reader);
  const { regulation, problems } = editRegulation(base === 'current' ? current : profiles[base], edits);
  const told = problems.map(({ path, reason }) => ({ place: placeOf(path), reason }));
  if (validFrom < today) {
    told.push({ place: 'Действует с', reason: 'Редакция не может начать действовать раньше сегодняшнего дня.' });
  }
  told.push(...(await missingCodes(regulation, current, reader)), ...(await missingWorks(regulation, current, reader)));
  return { regulation, problems: told, changes: problems.length > 0 ? [] : changesBetween(current, regulation) };
}

/** A code that stands in the journal of an open period must go on meaning something. */
async function missingCodes(
  next: Regulation,
  current: Regulation,
  reader: Db,
): Promise<{ place: string; reason: string }[]> {
  const rows = await reader.$queryRaw<{ reason: string }[]>`
    SELECT DISTINCT a.reason FROM attendance_event a JOIN lesson l ON l.id = a.lesson_id
      JOIN group_period g ON g.group_id = l.group_id AND g.period_id = l.period_id
    WHERE g.locked_at IS NULL AND a.reason IS NOT NULL ORDER BY 1`;
  const known = new Set(next.attendance.codes.map(({ id }) => id));
  const symbols = new Map(current.attendance.codes.map(({ id, symbol }) => [id, symbol]));
  return rows.flatMap(({ reason }) => {
    if (known.has(reason)) return [];
    const sign = symbols.get(reason) ?? reason;
    return [
      { place: 'Коды отсутствия', reason: `«${sign}» стоит в открытых периодах, а в этой редакции такого кода нет.` },
    ];
  });
}

/** A kind of work that tasks of open periods or plans speak of must stay. */
async function missingWorks(
  next: Regulation,
  current: Regulation,
  reader: Db,
): Promise<{ place: string; reason: string }[]> {
  const known = next.taskTypes.map(({ id }) => id);
  const rows = await reader.$queryRaw<{ id: string; tasks: number; topics: number }[]>`
    SELECT id, sum(tasks)::int AS tasks, sum(topics)::int AS topics FROM (
      SELECT a.task_type AS id, count(*) AS tasks, 0 AS topics FROM assignment a JOIN lesson l ON l.id = a.lesson_id
        JOIN group_period g ON g.group_id = l.group_id AND g.period_id = l.period_id WHERE g.locked_at IS NULL GROUP BY 1
      UNION ALL SELECT task_type, 0, count(*) FROM planned_topic WHERE task_type IS NOT NULL GROUP BY 1) used
    WHERE id <> ALL (${known}::text[]) GROUP BY id ORDER BY id`;
  const names = new Map(current.taskTypes.map(({ id, label }) => [id, label]));
  return rows.map(({ id, tasks, topics }) => ({
    place: 'Виды работ',
    reason: `«${names.get(id) ?? id}» убрать нельзя: заданий в открытых периодах ${tasks}, тем в планах ${topics}.`,
  }));
}

/** Rule by rule, as the page of the regulation words them. */
function changesBetween(before: Regulation, after: Regulation): RegulationChange[] {
  const old = new Map(
    regulationInWords(before).flatMap(({ title, rules }) => rules.map(([term, words]) => [`${title} ${term}`, words])),
  );
  const next = regulationInWords(after).flatMap(({ title, rules }) =>
    rules.map(([term, words]) => ({ part: title, term, words })),
  );
  const changed = next.flatMap(({ part, term, words }) => {
    const was = old.get(`${part} ${term}`);
    return was === words ? [] : [{ part, term, before: was ?? '–', after: words }];
  });
  const kept = new Set(next.map(({ part, term }) => `${part} ${term}`));
  const gone = regulationInWords(before).flatMap(({ title, rules }) =>
    rules.flatMap(([term, words]) =>
      kept.has(`${title} ${term}`) ? [] : [{ part: title, term, before: words, after: '–' }],
    ),
  );
  return [...changed, ...gone];
}
