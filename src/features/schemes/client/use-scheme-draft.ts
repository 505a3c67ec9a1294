'use client';

import { useRouter } from 'next/navigation';
import { useRef, useState } from 'react';
import { mergeTopics, type TopicConflict } from '@/domain/schemes/merge-topics';
import type { TopicRow } from '@/domain/schemes/topic-rows';
import { saveSchemeAction } from '../actions';
import type { SavedScheme } from '../save-scheme';
import type { SchemeView } from '../scheme-view';
import { type SchemeTable, sameLines, tableOf } from './scheme-table';
import { useLeaveGuard } from './use-leave-guard';

/** What the server holds, as far as this page knows. */
type Base = { revision: number; title: string; sections: readonly number[]; rows: readonly TopicRow[] };

export type MergeNote = { by: string; at: string; conflicts: readonly TopicConflict[]; kept: number };

const sameIds = (one: readonly number[], other: readonly number[]) =>
  one.length === other.length && one.every((id) => other.includes(id));

/** A draft as it is typed: saved as a whole, put together with what somebody else saved meanwhile, never thrown away. */
export function useSchemeDraft(view: SchemeView) {
  const router = useRouter();
  const chosen = view.journals.filter((journal) => journal.chosen).map(({ id }) => id);
  const [base, setBase] = useState<Base>({
    ...{ revision: view.revision, title: view.title, sections: chosen, rows: view.topics },
  });
  const [table, setTable] = useState<SchemeTable>(() => tableOf(view.topics));
  const [title, setTitle] = useState(view.title);
  const [sections, setSections] = useState<readonly number[]>(chosen);
  const [merge, setMerge] = useState<MergeNote | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const key = useRef('');
  const dirty = title !== base.title || !sameIds(sections, base.sections) || !sameLines(table.rows, base.rows);
  useLeaveGuard(dirty);

  /** The revision that is now saved; null when nothing was. */
  async function save(): Promise<number | null> {
    const sent = { title, sections: [...sections], rows: table.rows };
    const topics = sent.rows.map(({ key: _, ...row }) => row);
    key.current ||= crypto.randomUUID();
    setBusy(true);
    const wanted = { schemeId: view.id, revision: base.revision, title, sections: sent.sections, topics };
    const answer = await saveSchemeAction(wanted, key.current).catch(() => null);
    setBusy(false);
    if (answer) key.current = '';
    setFailure(
      answer?.ok ? null : (answer?.error.message ?? 'Сервер не ответил. Введённое на месте: сохраните ещё раз.'),
    );
    if (!answer?.ok) return null;
    if (!answer.result.saved) {
      takeTheirs(answer.result);
      return null;
    }
    const { revision, ids } = answer.result;
    const idOf = new Map(sent.rows.map((row, place) => [row.key, ids[place] ?? null]));
    const withIds = (rows: readonly TopicRow[]) =>
      rows.map((row) => ({ ...row, id: row.id ?? idOf.get(row.key) ?? null }));
    setBase({ revision, title: sent.title, sections: sent.sections, rows: withIds(sent.rows) });
    setTable((now) => tableOf(withIds(now.rows)));
    setMerge(null);
    router.refresh();
    return revision;
  }

  function takeTheirs(theirs: Extract<SavedScheme, { saved: false }>): void {
    const merged = mergeTopics(base.rows, table.rows, theirs.topics);
    setTable(tableOf(merged.rows));
    if (title === base.title) setTitle(theirs.title);
    if (sameIds(sections, base.sections)) setSections(theirs.sections);
    setBase({ revision: theirs.revision, title: theirs.title, sections: theirs.sections, rows: theirs.topics });
    setMerge({ by: theirs.by, at: theirs.at, conflicts: merged.conflicts, kept: merged.kept });
  }

  const settle = (conflict: TopicConflict) =>
    setMerge((now) => now && { ...now, conflicts: now.conflicts.filter((one) => one !== conflict) });

  return {
    ...{ table, setTable, title, setTitle, sections, setSections },
    ...{ base, dirty, busy, failure, merge, settle, save },
  };
}
