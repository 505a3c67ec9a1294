'use client';

import { type ClipboardEvent, type MouseEvent, type RefObject, useMemo } from 'react';
import { useInBrowser } from '@/ui/use-in-browser';
import { copiedText } from '../client/copy';
import { moveTo } from '../client/move';
import { refused } from '../client/notices';
import { placeOf } from './cell-place';
import { clickCell } from './click-cell';
import { columnLooks } from './column-looks';
import { GridBody } from './grid-body';
import { GridFoot } from './grid-foot';
import { GridGlance } from './grid-glance';
import { GridHead } from './grid-head';
import { useJournal, useJournalState } from './journal-context';
import { useGridKeys } from './use-grid-keys';

/** The left page: one real table, keys and clicks handled here for all its cells. */
export function GridTable({ table }: { table: RefObject<HTMLTableElement | null> }) {
  const { store, focusGrid } = useJournal();
  const lessons = useJournalState((state) => state.lessons);
  const shown = useJournalState((state) => state.shown);
  const view = useJournalState((state) => state.view);
  const regulation = useJournalState((state) => state.regulation);
  const drawn = useInBrowser();
  useGridKeys(table);
  const looks = useMemo(() => columnLooks(lessons, shown, view.today), [lessons, shown, view.today]);

  const onMouseDown = (event: MouseEvent<HTMLTableElement>) => {
    const cell = event.target instanceof Element ? event.target.closest('td, th') : null;
    if (!cell || event.button !== 0) return;
    const row = cell.closest('tr');
    if (row?.parentElement?.tagName === 'TBODY') {
      event.preventDefault();
      focusGrid();
      store.set((state) => clickCell(state, row.sectionRowIndex, placeOf(cell)));
    } else if (row?.parentElement?.tagName === 'THEAD' && row.rowIndex > 0) {
      const column = shown[Array.from(row.children).indexOf(cell)];
      if (column !== undefined)
        store.set((state) => ({ ...moveTo(state, state.cursor.row, column), panel: 'open', cardFocus: null }));
    }
  };
  const onCopy = (event: ClipboardEvent) => {
    event.preventDefault();
    event.clipboardData.setData('text/plain', copiedText(store.get()));
  };
  const onPaste = async (event: ClipboardEvent) => {
    event.preventDefault();
    const text = event.clipboardData.getData('text/plain');
    const loaded = await import('../client/paste').catch(() => null);
    store.set((state) =>
      loaded
        ? loaded.pasteText(state, text)
        : refused(state, 'Нет связи: вставьте ещё раз, когда она появится. Скопированное осталось в буфере.'),
    );
  };

  return (
    <table
      ref={table}
      className="g"
      // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table with one focused cell is a grid.
      role="grid"
      aria-label={`Журнал: ${view.section.title}, ${view.section.group}`}
      aria-readonly={!view.abilities.fill && !view.abilities.setReason}
      onMouseDown={onMouseDown}
      onCopy={onCopy}
      onPaste={onPaste}
    >
      <colgroup>
        <col className="c-no" />
        <col className="c-nm" />
        <col span={shown.length} className="c-ls" />
        <col className="c-ms" />
        <col className="c-db" />
        <col className="c-av" />
        <col className="c-pr" />
        <col className="c-fi" />
      </colgroup>
      <GridHead
        lessons={lessons}
        shown={shown}
        looks={looks}
        today={view.today}
        period={view.period.name}
        regulation={regulation}
      />
      {drawn ? <GridBody looks={looks} /> : <GridGlance />}
      {drawn && <GridFoot looks={looks} />}
    </table>
  );
}
