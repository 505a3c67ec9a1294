'use client';

import { useEffect, useState } from 'react';
import { dayMonth, shortDateTime } from '@/texts/format';
import { Dialog } from '@/ui/dialog';
import { useJournal, useJournalState } from './journal-context';

type Entry = {
  readonly at: string;
  readonly by: string;
  readonly role: string;
  readonly insteadOf: string | null;
  readonly what: string;
  readonly before: string | null;
  readonly after: string | null;
  readonly late: boolean;
};
type Answer = { kind: 'loading' } | { kind: 'failed' } | { kind: 'ready'; entries: readonly Entry[] };

/** Every value of a cell or a lesson: when, what, who (R-077, T-086). */
export function HistoryDialog(props: { lessonId: number; studentId: number | null; onClose: () => void }) {
  const { lessonId, studentId, onClose } = props;
  const { timeZone } = useJournal();
  const sectionId = useJournalState((state) => state.view.section.id);
  const lesson = useJournalState((state) => state.lessons.find((one) => one.id === lessonId));
  const name = useJournalState((state) => state.rows.find((one) => one.studentId === studentId)?.name);
  const [answer, setAnswer] = useState<Answer>({ kind: 'loading' });
  useEffect(() => {
    const control = new AbortController();
    const query = `lesson=${lessonId}${studentId === null ? '' : `&student=${studentId}`}`;
    fetch(`/api/journal/${sectionId}/history?${query}`, { signal: control.signal })
      .then(async (response) => {
        if (!response.ok) throw new Error(String(response.status));
        const { entries } = (await response.json()) as { entries: Entry[] };
        setAnswer({ kind: 'ready', entries });
      })
      .catch(() => {
        if (!control.signal.aborted) setAnswer({ kind: 'failed' });
      });
    return () => control.abort();
  }, [sectionId, lessonId, studentId]);
  const day = lesson ? dayMonth(lesson.date) : '';
  return (
    <Dialog open title={`История · ${name ? `${name}, ${day}` : `занятие ${day}`}`} onClose={onClose}>
      <div aria-live="polite">
        {answer.kind === 'loading' && <p className="t2">Загружается…</p>}
        {answer.kind === 'failed' && <p>История не загрузилась. Проверьте связь и откройте её ещё раз.</p>}
        {answer.kind === 'ready' && answer.entries.length === 0 && <p>Записей ещё не было.</p>}
      </div>
      {answer.kind === 'ready' && answer.entries.length > 0 && (
        <table className="jg-history">
          <thead>
            <tr>
              <th scope="col">Когда</th>
              <th scope="col">Что</th>
              <th scope="col">Кто</th>
            </tr>
          </thead>
          <tbody>
            {answer.entries.map((entry) => (
              <tr key={`${entry.at} ${entry.what} ${entry.before} ${entry.after}`}>
                <td className="nw">{shortDateTime(new Date(entry.at), timeZone)}</td>
                <td>
                  {entry.what ? `${entry.what}: ` : ''}
                  {entry.before || 'пусто'} — <b className="ink">{entry.after || 'пусто'}</b>
                  {entry.late && <span className="s amb"> позже срока</span>}
                </td>
                <td>
                  {[entry.by, entry.role].filter(Boolean).join(', ')}
                  {entry.insteadOf && <span className="s"> замещает: {entry.insteadOf}</span>}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Dialog>
  );
}
