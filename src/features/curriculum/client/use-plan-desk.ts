'use client';

import { useRouter } from 'next/navigation';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { savePlanAction } from '../actions';
import type { PlanView } from '../curriculum-view';
import type { Column } from './columns';
import { type DeskLine, emptyLine, readDeskLine, withCell } from './desk';
import { mergeSheets, type Sheet, type SheetConflict, sheetOf } from './sheet';

const unreachable =
  'Сервер не ответил, план не сохранён; всё набранное осталось на странице. Нажмите «Сохранить» ещё раз.';

/** What somebody else saved while this was typed; `changed`: when and who. */
export type PlanMergeNote = { changed: string | null; conflicts: readonly SheetConflict[]; kept: number };

const weeksOf = (text: string): number => (/^\d{1,2}$/.test(text.trim()) ? Math.min(30, Number(text)) : 0);

/**
 * The plan as it is typed. It keeps the version with which its lines came: a save over somebody else's is refused by the server,
 * which sends the newer plan with the page; both are put together here, and nothing typed is lost.
 */
export function usePlanDesk(plan: PlanView) {
  const router = useRouter();
  const [sheet, setSheet] = useState(() => sheetOf(plan));
  const [saved, setSaved] = useState(sheet);
  const [former, setFormer] = useState<readonly Sheet[]>([]);
  const [version, setVersion] = useState(plan.version);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const [merge, setMerge] = useState<PlanMergeNote | null>(null);
  const dirty = sheet !== saved;

  const read = useMemo(() => sheet.lines.map(readDeskLine), [sheet.lines]);
  const weeks = useMemo(
    () => new Map(Object.entries(sheet.weeks).map(([semester, text]) => [Number(semester), weeksOf(text)])),
    [sheet.weeks],
  );

  useEffect(() => {
    if (!dirty) return;
    const onLeave = (event: BeforeUnloadEvent): void => event.preventDefault();
    window.addEventListener('beforeunload', onLeave);
    return () => window.removeEventListener('beforeunload', onLeave);
  }, [dirty]);

  const setCell = useCallback((key: number, column: Column, text: string) => {
    setSheet((now) => ({
      ...now,
      lines: now.lines.map((line) => (line.key === key ? withCell(line, column, text) : line)),
    }));
  }, []);
  const setWeeks = useCallback((semester: number, text: string) => {
    setSheet((now) => ({ ...now, weeks: { ...now.weeks, [semester]: text } }));
  }, []);
  /** A change of many cells or lines at once: it can be taken back. */
  const reshape = (work: (lines: readonly DeskLine[]) => readonly DeskLine[]): void => {
    setFormer((stack) => [...stack.slice(-19), sheet]);
    setSheet({ ...sheet, lines: work(sheet.lines) });
  };
  const undo = (): void => {
    const last = former.at(-1);
    if (!last) return;
    setFormer(former.slice(0, -1));
    setSheet(last);
  };

  const sending = useRef(false);
  useEffect(() => {
    if (sending.current || plan.version <= version) return;
    const theirs = sheetOf(plan);
    const merged = dirty ? mergeSheets({ base: saved, mine: sheet, theirs }) : null;
    setSheet(merged?.sheet ?? theirs);
    setSaved(theirs);
    setVersion(plan.version);
    setFormer([]);
    setFailure(null);
    setMerge(merged && { changed: plan.changed, conflicts: merged.conflicts, kept: merged.kept });
  }, [plan, version, dirty, saved, sheet]);
  const settle = (conflict: SheetConflict): void =>
    setMerge((now) => now && { ...now, conflicts: now.conflicts.filter((one) => one !== conflict) });

  async function save(): Promise<boolean> {
    if (sending.current) return false;
    sending.current = true;
    setBusy(true);
    setFailure(null);
    const sent = sheet;
    const answer = await savePlanAction({
      ...{ curriculumId: plan.id, version },
      weeks: [...weeks].map(([semester, count]) => ({ semester, weeks: count })),
      lines: sent.lines.map(({ id }, place) => ({ id, ...lineOf(read, place) })),
    }).catch(() => null);
    sending.current = false;
    setBusy(false);
    if (!answer?.ok) {
      setFailure(answer?.error.message ?? unreachable);
      if (answer?.error.code === 'CONFLICT') router.refresh();
      return false;
    }
    const { ids } = answer.result;
    const idOf = new Map(sent.lines.map(({ key }, place) => [key, ids[place] ?? null]));
    const kept = (lines: readonly DeskLine[]) => lines.map((line) => ({ ...line, id: idOf.get(line.key) ?? line.id }));
    const stored = { ...sent, lines: kept(sent.lines) };
    setVersion(answer.result.version);
    setFormer([]);
    setMerge(null);
    setSaved(stored);
    setSheet((now) => (now === sent ? stored : { ...now, lines: kept(now.lines) }));
    router.refresh();
    return true;
  }

  return {
    ...sheet,
    read,
    weeksBySemester: weeks,
    version,
    setVersion,
    dirty,
    busy,
    failure,
    setFailure,
    merge,
    settle,
    setCell,
    setWeeks,
    reshape,
    undo,
    canUndo: former.length > 0,
    save,
  };
}

export type PlanDeskState = ReturnType<typeof usePlanDesk>;

function lineOf(read: readonly ReturnType<typeof readDeskLine>[], place: number) {
  const { index, name, kind, passFail, terms } = read[place]?.line ?? readDeskLine(emptyLine()).line;
  return { index, name, kind, passFail, terms: terms.map((term) => ({ ...term })) };
}
