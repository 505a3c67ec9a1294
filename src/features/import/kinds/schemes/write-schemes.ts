import type { TopicCells, TopicRow } from '@/domain/schemes/topic-rows';
import { saveScheme } from '@/features/schemes/save-scheme';
import { startScheme } from '@/features/schemes/start-scheme';
import type { Db } from '@/server/db';
import { Refusal } from '@/server/errors';
import type { Line, Writing } from '../../kind';
import type { SchemeColumns } from './columns';
import type { OwnJournal } from './schemes-world';

export type Topic = TopicCells;
export type PlannedScheme = {
  journal: OwnJournal;
  rows: readonly { line: Line<SchemeColumns>; topic: Topic }[];
};

/** Each journal's КТП is begun where there is none, and saved whole; topics of the same name stay what they are. */
export function writeSchemes(tx: Db, plans: readonly PlannedScheme[], count: number): Writing {
  return async (act, tell) => {
    for (const { journal, rows } of plans) {
      const { scheme, sectionId } = journal;
      const schemeId = scheme?.id ?? (await act(startScheme, { sectionId, from: null })).id;
      const { title, revision } = await tx.schemeOfWork.findUniqueOrThrow({
        where: { id: schemeId },
        select: { title: true, revision: true },
      });
      const stored = [...journal.topics];
      const topics = rows.map(({ topic }) => ({ ...topic, id: takeId(stored, topic.title) }));
      const sections = scheme?.sections ?? [sectionId];
      const saved = await act(saveScheme, { schemeId, revision, title, sections, topics });
      if (!saved.saved) throw new Refusal('CONFLICT');
      for (const [place, { line }] of rows.entries()) line.verdict.recordId = saved.ids[place] ?? null;
    }
    await tell(count);
  };
}

/** The topic of that name that nobody has taken yet. */
function takeId(stored: TopicRow[], title: string): number | null {
  const place = stored.findIndex((row) => row.title === title);
  return place < 0 ? null : (stored.splice(place, 1)[0]?.id ?? null);
}
