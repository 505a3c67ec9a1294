import type { SchemeState, TopicRow } from '@/domain/schemes/topic-rows';
import { ownSections } from '@/features/schemes/own-sections';
import { readTopics } from '@/features/schemes/read-topics';
import type { Setting } from '../../kind';
import { indexOf } from '../known-people';
import { textKey } from '../text-key';

type Known = { id: number; title: string; state: SchemeState; revision: number; sections: number[] };

/** One's own journal, and the КТП that it has or that is being written for it. */
export type OwnJournal = {
  sectionId: number;
  group: string;
  index: string;
  course: string;
  division: string;
  subgroup: string;
  scheme: Known | null;
  topics: TopicRow[];
};

export const ownKey = (group: string, index: string): string => `${textKey(group)} ${textKey(index)}`;

/** The journals of who brings the table, with their КТП. */
export async function readOwnJournals({ tx, actor }: Setting): Promise<OwnJournal[]> {
  const own = await ownSections(tx, actor);
  const rows = await tx.$queryRaw<Omit<OwnJournal, 'topics'>[]>`
    SELECT c.id AS "sectionId", g.name AS group, i.index, k.name AS course, coalesce(sub.division, '') AS division,
      coalesce(sub.name, '') AS subgroup,
      (SELECT json_build_object('id', w.id, 'title', w.title, 'state', w.state, 'revision', w.revision, 'sections',
          ARRAY(SELECT t.section_id FROM scheme_section t WHERE t.scheme_id = w.id))
        FROM scheme_of_work w WHERE w.id = c.scheme_id OR EXISTS (SELECT 1 FROM scheme_section t WHERE t.scheme_id = w.id AND t.section_id = c.id)
        ORDER BY w.state = 'approved', w.id DESC LIMIT 1) AS scheme
    FROM course_section c JOIN student_group g ON g.id = c.group_id JOIN curriculum_item i ON i.id = c.item_id JOIN course k ON k.id = i.course_id
      LEFT JOIN subgroup sub ON sub.id = c.subgroup_id
    WHERE c.id = ANY (${own}::int[]) ORDER BY g.name, i.ordinal, i.id, sub.name`;
  const topics = new Map<number, TopicRow[]>();
  for (const id of new Set(rows.flatMap(({ scheme }) => scheme?.id ?? []))) topics.set(id, await readTopics(tx, id));
  return rows.map((row) => ({ ...row, topics: topics.get(row.scheme?.id ?? 0) ?? [] }));
}

export function journalsByKey(journals: readonly OwnJournal[]): Map<string, OwnJournal[]> {
  return indexOf(journals, ({ group, index }) => ownKey(group, index));
}
