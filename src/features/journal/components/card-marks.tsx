'use client';

import { averageOf } from '@/domain/grading/average';
import { average } from '@/texts/format';
import { useJournalState } from './journal-context';

/** How many of each mark the lesson has; bars with their numbers. */
export function CardMarks({ column }: { column: number }) {
  const rows = useJournalState((state) => state.rows);
  const settings = useJournalState((state) => state.regulation.periodMark);
  const marks = rows.flatMap((row) =>
    (row.cells[column]?.marks ?? []).flatMap((mark) => (mark.value === null ? [] : [{ value: mark.value }])),
  );
  const mean = averageOf(marks, settings);
  const given = marks.length;
  const credits = marks.filter(({ value }) => value === 'pass' || value === 'fail');
  const most = Math.max(1, ...Object.values(mean?.byValue ?? {}));
  return (
    <>
      <h3>
        Отметки <span>{given === 0 ? 'нет' : `${given}${mean ? ` · средняя ${average(mean.hundredths)}` : ''}`}</span>
      </h3>
      {mean && (
        <div className="bd hist">
          {([5, 4, 3, 2] as const).map((value) => (
            <span key={value}>
              <i>{value}</i>
              <u style={{ width: `${Math.max(1, Math.round((60 * mean.byValue[value]) / most))}px` }} />
              {mean.byValue[value]}
            </span>
          ))}
        </div>
      )}
      {credits.length > 0 && (
        <p className="bd s t2">
          зачётов {credits.filter(({ value }) => value === 'pass').length}, незачётов{' '}
          {credits.filter(({ value }) => value === 'fail').length}
        </p>
      )}
    </>
  );
}
