import { type TopicRow, topicFields, withParts } from '@/domain/schemes/topic-rows';
import { lessonTypeOf } from '@/features/schemes/topics-of-table';
import { regulationOf } from '@/server/regulation';
import { fail, isSound, type Line, type Setting, type Writing } from '../../kind';
import { missing, textKey } from '../text-key';
import type { SchemeColumns } from './columns';
import { journalsByKey, type OwnJournal, ownKey, readOwnJournals } from './schemes-world';
import { type PlannedScheme, type Topic, writeSchemes } from './write-schemes';

type TopicLine = Line<SchemeColumns>;
type LessonTypes = Parameters<typeof lessonTypeOf>[2];

/** Judges topics: those of one journal are its whole КТП in their order. */
export async function judgeSchemes(setting: Setting, lines: readonly TopicLine[]): Promise<Writing> {
  const { lessonTypes } = await regulationOf(setting.actor, setting.tx);
  const journals = journalsByKey(await readOwnJournals(setting));
  const plans = new Map<number, { journal: OwnJournal; rows: { line: TopicLine; topic: Topic }[] }>();
  for (const line of lines) {
    const journal = findJournal(line, journals);
    const topic = topicOf(line, lessonTypes);
    if (!journal || !isSound(line)) continue;
    const plan = plans.get(journal.sectionId) ?? { journal, rows: [] };
    plans.set(journal.sectionId, plan);
    plan.rows.push({ line, topic });
  }
  const planned: PlannedScheme[] = [];
  for (const plan of plans.values()) if (judgeScheme(plan)) planned.push(plan);
  return writeSchemes(setting.tx, planned, lines.length);
}

function findJournal(line: TopicLine, journals: ReadonlyMap<string, OwnJournal[]>): OwnJournal | null {
  const { group, index, course, division, subgroup } = line.values;
  const all = journals.get(ownKey(group ?? '', index ?? '')) ?? [];
  const found = all.filter(
    (one) =>
      textKey(one.subgroup) === textKey(subgroup ?? '') &&
      (division === null || textKey(one.division) === textKey(division)),
  );
  const [only] = found;
  if (all.length === 0) {
    const own = [...journals.values()].flatMap(([one]) => (one ? `${one.group} ${one.index}` : []));
    fail(line, 'index', `${missing('Вашего журнала', `${group} ${index}`, own)}: КТП загружает преподаватель журнала`);
  } else if (!only || found.length > 1)
    fail(
      line,
      'subgroup',
      missing(
        'Подгруппы',
        subgroup ?? '',
        all.map((one) => one.subgroup),
      ),
    );
  else if (course !== null && textKey(course) !== textKey(only.course))
    fail(line, 'course', `Под этим индексом стоит «${only.course}»`);
  else return only;
  return null;
}

function topicOf(line: TopicLine, lessonTypes: LessonTypes): Topic {
  const { part, title, hours, lessonType: words, content, homework, materials } = line.values;
  const lessonType = lessonTypeOf(words ?? '', title ?? '', lessonTypes);
  if (!lessonTypes.some(({ id }) => id === lessonType))
    fail(line, 'lessonType', `Вида «${words}» нет; есть ${lessonTypes.map(({ label }) => label).join(', ')}`);
  return {
    ...{ part: part ?? '', title: title ?? '', hours: String(hours ?? ''), lessonType },
    ...{ content: content ?? '', homework: homework ?? '', materials: materials ?? '' },
  };
}

/** Whether there is something to write. A scheme that is sent or approved is not changed by a table. */
function judgeScheme({ journal: { scheme, topics }, rows }: PlannedScheme): boolean {
  const wanted = withParts(rows.map(({ topic }) => topic));
  const stored = withParts(topics);
  if (rows.length > 500) {
    for (const { line } of rows.slice(500)) fail(line, 'title', 'В одном КТП не больше 500 тем');
    return false;
  }
  for (const [place, { line }] of rows.entries()) {
    const before = stored[place];
    line.verdict.recordId = before?.id ?? null;
    line.verdict.fate = before === undefined ? 'new' : isAlike(wanted[place], before) ? 'same' : 'changed';
  }
  const fewer = stored.length > rows.length;
  const differs = fewer || rows.some(({ line }) => line.verdict.fate !== 'same');
  const [first] = rows;
  if (!differs || !first) return false;
  if (fewer) first.line.verdict.notes.push(`тем станет меньше: ${stored.length} → ${rows.length}`);
  if (fewer && first.line.verdict.fate === 'same') first.line.verdict.fate = 'changed';
  if (scheme?.state === 'sent') fail(first.line, null, 'КТП журнала на проверке: верните его себе на странице КТП');
  if (scheme?.state === 'approved')
    fail(first.line, null, 'КТП журнала утверждено: начните новую версию на странице КТП');
  if (scheme && scheme.sections.length > 1)
    first.line.verdict.notes.push(`КТП общее для ${scheme.sections.length} журналов, изменится у всех`);
  return isSound(first.line);
}

function isAlike(wanted: Topic | undefined, stored: TopicRow): boolean {
  return wanted !== undefined && topicFields.every((field) => wanted[field] === stored[field]);
}
