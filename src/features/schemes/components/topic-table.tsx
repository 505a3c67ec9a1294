'use client';

import { type ClipboardEvent, type KeyboardEvent, useCallback, useRef, useState } from 'react';
import type { TopicConflict } from '@/domain/schemes/merge-topics';
import type { TopicField, TopicRow } from '@/domain/schemes/topic-rows';
import { readPasted } from '@/tabular/read-pasted';
import {
  addLine,
  cellsFrom,
  moveLine,
  pasteLines,
  redo,
  removeLine,
  type SchemeTable,
  type TableColumn,
  tableColumns,
  typeCell,
  undo,
} from '../client/scheme-table';
import { actOfKey, cellOfEvent, focusCell, neighbourOf, type TableAct } from '../client/table-keys';
import type { LessonTypeChoice } from '../scheme-view';
import { columnTitles } from '../topic-words';
import { lessonTypeOf, topicsOfTable } from '../topics-of-table';
import { type LineActs, TopicLine } from './topic-line';

type Props = {
  table: SchemeTable;
  setTable: (change: (table: SchemeTable) => SchemeTable) => void;
  lessonTypes: readonly LessonTypeChoice[];
  judged: boolean;
  conflicts: readonly TopicConflict[];
  onSettle: LineActs['onSettle'];
  onSave: () => void;
};

const newKey = () => crypto.randomUUID();
const none: readonly TopicConflict[] = [];

/** The lines of a КТП as a spreadsheet: typed, pasted, moved and undone by keys; nothing is written before it is saved. */
export function TopicTable({ table, setTable, lessonTypes, judged, conflicts, onSettle, onSave }: Props) {
  const frame = useRef<HTMLTableElement>(null);
  const [begun, setBegun] = useState<ReadonlySet<string>>(new Set());
  const blank = useCallback(
    (): TopicRow => ({
      ...{ key: newKey(), id: null, part: '', title: '', lessonType: lessonTypes[0]?.id ?? '', hours: '2' },
      ...{ content: '', homework: '', materials: '' },
    }),
    [lessonTypes],
  );
  const onType = useCallback(
    (key: string, field: TopicField, text: string) => setTable((now) => typeCell(now, key, field, text)),
    [setTable],
  );
  const onAct = useCallback(
    (kind: Exclude<TableAct['kind'], 'move' | 'save' | 'undo' | 'redo'>, key: string) => {
      if (kind === 'addSection') {
        setBegun((now) => new Set([...now, key]));
        focusCell(frame.current, key, 'part');
        return;
      }
      if (kind === 'addBelow') {
        const line = blank();
        setTable((now) => addLine(now, key, line));
        focusCell(frame.current, line.key, 'title');
        return;
      }
      if (kind === 'remove') {
        const next = neighbourOf(frame.current, key);
        setTable((now) => removeLine(now, key));
        if (next) focusCell(frame.current, next, 'title');
        return;
      }
      setTable((now) => moveLine(now, key, kind === 'lineUp' ? -1 : 1));
    },
    [setTable, blank],
  );

  function move(
    key: string,
    column: TableColumn,
    { down, right, grows }: Extract<TableAct, { kind: 'move' }>,
  ): boolean {
    const row = table.rows[table.rows.findIndex((one) => one.key === key) + down];
    const next = tableColumns[tableColumns.indexOf(column) + right];
    if (row && next) focusCell(frame.current, row.key, next);
    else if (grows) onAct('addBelow', key);
    else return false;
    return true;
  }

  function press(event: KeyboardEvent): void {
    const cell = cellOfEvent(event.target);
    const act = cell && actOfKey(event, cell.place);
    if (!cell || !act) return;
    if (act.kind === 'move') {
      const { key, column } = cell;
      const went = column === 'part' ? move(key, 'title', { ...act, down: 0, right: 0 }) : move(key, column, act);
      if (went) event.preventDefault();
      return;
    }
    event.preventDefault();
    if (act.kind === 'save') onSave();
    else if (act.kind === 'undo') setTable(undo);
    else if (act.kind === 'redo') setTable(redo);
    else onAct(act.kind, cell.key);
  }

  function paste(event: ClipboardEvent): void {
    const cell = cellOfEvent(event.target);
    const text = event.clipboardData.getData('text/plain');
    if (!cell || cell.column === 'part' || !/[\t]|\n./.test(text)) return;
    event.preventDefault();
    const { column, key } = cell;
    const read = readPasted(text);
    const lines =
      column === 'title'
        ? topicsOfTable(read, lessonTypes).topics
        : cellsFrom(
            column,
            read.rows.map(({ cells }) => cells),
          ).map((cells) =>
            cells.lessonType ? { ...cells, lessonType: lessonTypeOf(cells.lessonType, '', lessonTypes) } : cells,
          );
    setTable((now) => pasteLines(now, key, lines, blank));
  }

  return (
    <div className="scheme-frame">
      <table className="tb scheme-table" ref={frame} onKeyDown={press} onPaste={paste}>
        <thead>
          <tr>
            <th scope="col">№</th>
            {tableColumns.map((column) => (
              <th key={column} scope="col" className={`scheme-${column}`}>
                {columnTitles[column]}
              </th>
            ))}
            <th scope="col">
              <span className="sr-only">Действия</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row, place) => (
            <TopicLine
              key={row.key}
              row={row}
              no={place + 1}
              section={row.part !== '' || begun.has(row.key)}
              lessonTypes={lessonTypes}
              judged={judged}
              conflicts={conflicts.length === 0 ? none : conflicts.filter((conflict) => conflict.key === row.key)}
              {...{ onType, onAct, onSettle }}
            />
          ))}
        </tbody>
      </table>
      <p>
        <button
          type="button"
          className="btn btn-small"
          onClick={() => {
            const line = blank();
            setTable((now) => addLine(now, now.rows.at(-1)?.key ?? null, line));
            focusCell(frame.current, line.key, 'title');
          }}
        >
          Добавить строку
        </button>
      </p>
    </div>
  );
}
