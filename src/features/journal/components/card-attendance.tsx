'use client';

import { codeOf } from '@/domain/attendance/codes';
import type { LessonState } from '../client/journal-state';
import { allPresent } from '../client/lesson-commands';
import { closedAt } from '../client/permissions';
import { useJournal, useJournalState } from './journal-context';

const tones: Readonly<Record<string, string>> = { unclassified: 'n', unknown: 'n', invalid: 'p' };

/** Who was not there or came late; empty means present. */
export function CardAttendance({ lesson, column }: { lesson: LessonState; column: number }) {
  const { store } = useJournal();
  const state = useJournalState((one) => one);
  const { codes } = state.regulation.attendance;
  const open = state.rows.filter((_, row) => !closedAt(state, row, column));
  const away = open.flatMap((row) => {
    const cell = row.cells[column];
    const code = cell ? codeOf(cell, codes) : null;
    return code ? [{ row, code }] : [];
  });
  const absent = away.filter(({ code }) => code.presence === 'absent').length;
  const closed = state.rows.flatMap((row, index) => {
    const span = closedAt(state, index, column);
    return span ? [`${row.name} (${span.reason})`] : [];
  });
  const known = lesson.attendanceTaken || away.length > 0;
  return (
    <>
      <h3>
        Посещаемость <span>{known ? `на занятии ${open.length - absent} из ${open.length}` : 'ещё не отмечена'}</span>
      </h3>
      <div className="bd">
        {away.length > 0 && (
          <table>
            <tbody>
              {away.map(({ row, code }) => (
                <tr key={row.studentId}>
                  <td className="cd">
                    <span className={`code ${tones[code.class] ?? 'o'}`}>{code.symbol}</span>
                  </td>
                  <td>{row.name}</td>
                  <td className="r t3 s">{reasonWords(code.class, code.label)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
        {!known && lesson.editable && (
          <button type="button" className="jg-link" onClick={() => store.set((old) => allPresent(old, column))}>
            Все присутствуют
          </button>
        )}
        {closed.length > 0 && <p className="s t2">Закрыты: {closed.join(', ')}</p>}
      </div>
    </>
  );
}

function reasonWords(kind: string, label: string): string {
  if (kind === 'unclassified') return 'причина не указана';
  return label.replace(/^отсутствует,? ?/, '');
}
