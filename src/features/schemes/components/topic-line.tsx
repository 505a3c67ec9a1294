'use client';

import { memo } from 'react';
import type { TopicConflict } from '@/domain/schemes/merge-topics';
import { type TopicField, type TopicRow, topicFaults } from '@/domain/schemes/topic-rows';
import { type TableColumn, tableColumns } from '../client/scheme-table';
import type { LessonTypeChoice } from '../scheme-view';
import { columnTitles } from '../topic-words';

export type LineActs = {
  onType: (key: string, field: TopicField, text: string) => void;
  onAct: (kind: 'addBelow' | 'addSection' | 'remove' | 'lineUp' | 'lineDown', key: string) => void;
  onSettle: (conflict: TopicConflict, take: boolean) => void;
};

type Props = LineActs & {
  row: TopicRow;
  no: number;
  /** A section begins here, named or about to be. */
  section: boolean;
  lessonTypes: readonly LessonTypeChoice[];
  /** Faults are shown once somebody has tried to save, and at once in what was read from a table. */
  judged: boolean;
  conflicts: readonly TopicConflict[];
};

/** A line of the table: every cell is typed in, what is wrong or differs stands under it. */
export const TopicLine = memo(function TopicLine(props: Props) {
  const { row, no, section, lessonTypes, judged, conflicts, onType, onAct, onSettle } = props;
  const faults = judged ? topicFaults(row, new Set(lessonTypes.map(({ id }) => id))) : {};
  return (
    <>
      {section && (
        <tr className="group">
          <td colSpan={8}>
            <textarea
              className="input scheme-part"
              aria-label={`Раздел перед темой ${no}`}
              placeholder="Название раздела"
              rows={1}
              value={row.part}
              data-line={row.key}
              data-column="part"
              onChange={({ target }) => onType(row.key, 'part', target.value)}
            />
            {faults.part && <span className="field-error">{faults.part}</span>}
          </td>
        </tr>
      )}
      <tr>
        <th scope="row">{no}</th>
        {tableColumns.map((column) => (
          <td key={column} data-label={columnTitles[column]} className={`scheme-${column}`}>
            <TopicCell {...{ row, no, column, lessonTypes, onType }} fault={faults[column]} />
            {conflicts
              .filter(({ field }) => field === column)
              .map((conflict) => (
                <OtherText key={conflict.theirs} conflict={conflict} onSettle={onSettle} />
              ))}
          </td>
        ))}
        <td className="act scheme-acts">
          <LineButton label={`Добавить строку под темой ${no}`} sign="+" onClick={() => onAct('addBelow', row.key)} />
          <LineButton label={`Начать раздел с темы ${no}`} sign="§" onClick={() => onAct('addSection', row.key)} />
          <LineButton label={`Поднять тему ${no}`} sign="↑" onClick={() => onAct('lineUp', row.key)} />
          <LineButton label={`Опустить тему ${no}`} sign="↓" onClick={() => onAct('lineDown', row.key)} />
          <LineButton label={`Удалить тему ${no}`} sign="×" onClick={() => onAct('remove', row.key)} />
        </td>
      </tr>
    </>
  );
});

type CellProps = {
  row: TopicRow;
  no: number;
  column: TableColumn;
  lessonTypes: readonly LessonTypeChoice[];
  fault: string | undefined;
  onType: LineActs['onType'];
};

function TopicCell({ row, no, column, lessonTypes, fault, onType }: CellProps) {
  const id = `${row.key}-${column}`;
  const shared = {
    className: 'input',
    'aria-label': `${columnTitles[column]}, тема ${no}`,
    'aria-invalid': fault ? (true as const) : undefined,
    'aria-describedby': fault ? `${id}-error` : undefined,
    'data-line': row.key,
    'data-column': column,
    value: row[column],
  };
  const isKnown = lessonTypes.some((type) => type.id === row.lessonType);
  return (
    <>
      {column === 'lessonType' ? (
        <select {...shared} onChange={({ target }) => onType(row.key, column, target.value)}>
          {!isKnown && <option value={row.lessonType}>{row.lessonType || 'выберите'}</option>}
          {lessonTypes.map((type) => (
            <option key={type.id} value={type.id}>
              {type.label}
            </option>
          ))}
        </select>
      ) : (
        <textarea
          {...shared}
          rows={1}
          inputMode={column === 'hours' ? 'numeric' : undefined}
          onChange={({ target }) => onType(row.key, column, target.value)}
        />
      )}
      {fault && (
        <span id={`${id}-error`} className="field-error">
          {fault}
        </span>
      )}
    </>
  );
}

function OtherText({ conflict, onSettle }: { conflict: TopicConflict; onSettle: LineActs['onSettle'] }) {
  return (
    <span className="scheme-other">
      У другого: «{conflict.theirs || 'пусто'}»{' '}
      <button type="button" className="btn btn-small" onClick={() => onSettle(conflict, true)}>
        Взять
      </button>{' '}
      <button type="button" className="btn btn-small" onClick={() => onSettle(conflict, false)}>
        Оставить моё
      </button>
    </span>
  );
}

function LineButton({ label, sign, onClick }: { label: string; sign: string; onClick: () => void }) {
  return (
    <button type="button" tabIndex={-1} className="scheme-sign" aria-label={label} title={label} onClick={onClick}>
      {sign}
    </button>
  );
}
