import './notes.css';
import { State } from '@/ui/sign';
import type { NoteLine } from '../note-view';
import { ReportForm } from './report-form';
import { WithdrawButton } from './withdraw-button';

type Props = {
  studentId: number;
  notes: readonly NoteLine[];
  /** The parent's form with the day it opens with; null for everybody else. */
  report: { today: string } | null;
};

/** In the diary: tell the curator of an absence, and what became of what was told. */
export function StudentNotes({ studentId, notes, report }: Props) {
  if (!report && notes.length === 0) return null;
  return (
    <section className="report no-print" aria-labelledby="report-title">
      {report ? (
        <details>
          <summary>
            <h2 id="report-title">Сообщить об отсутствии</h2>
          </summary>
          <ReportForm studentId={studentId} today={report.today} />
        </details>
      ) : (
        <h2 id="report-title">Заявки об отсутствии</h2>
      )}
      {notes.length > 0 && <ul className="sent-notes">{notes.slice(0, 10).map(noteItem)}</ul>}
    </section>
  );
}

function noteItem(note: NoteLine) {
  const what = note.byParent || note.kind === 'sick' ? note.kindWords : 'отсутствие';
  return (
    <li key={note.id}>
      <span>
        <b>{note.days}</b>: {what}
        {note.text && ` «${note.text}»`}
      </span>
      <NoteState note={note} />
      {note.own && note.byParent && note.state === 'sent' && <WithdrawButton noteId={note.id} days={note.days} />}
      <span className="sub">
        {note.byParent ? note.source : `внёс куратор ${note.source}`}
        {note.document && ' · документ есть'}
        {(note.state === 'accepted' || note.state === 'declined') && note.byParent && ` · ответ: ${note.decided}`}
      </span>
      {note.reply && <span className="sub">«{note.reply}»</span>}
    </li>
  );
}

function NoteState({ note }: { note: NoteLine }) {
  switch (note.state) {
    case 'sent':
      return <State kind="ahead">ждёт ответа куратора</State>;
    case 'accepted':
      return <State kind="done">принято{note.reason ? `: «${note.reason.symbol}»` : ''}</State>;
    case 'declined':
      return <State kind="attention">не принято</State>;
    case 'withdrawn':
      return <span className="text-text2">отозвано</span>;
  }
}
