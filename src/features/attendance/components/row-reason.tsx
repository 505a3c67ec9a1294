import type { NoteLine } from '@/features/absence-notes/note-view';
import { type DayState, shownCell } from '../client/day-state';
import { rowHours } from '../client/day-totals';

type Props = {
  state: DayState;
  row: number;
  notes: readonly NoteLine[];
  /** Offered in the row; without it the words are the short ones under a name. */
  onAccept?: (note: NoteLine) => void;
};

/** What is known of the student's day: the parent's note, a remark beside a reason, or that there is no reason. */
export function RowReason({ state, row, notes, onAccept }: Props) {
  const { unclassified } = rowHours(state, row);
  const remarks = state.sheet.columns.flatMap((_, column) => shownCell(state, row, column)?.note || []);
  const words = [...new Set(remarks)].join('; ');
  const waiting = notes.filter(({ state: at }) => at === 'sent');
  const accepted = notes.filter(({ state: at }) => at === 'accepted');
  return (
    <>
      {waiting.map((note) => (
        <span key={note.id} className="ds-note">
          <b>заявка ({note.source}):</b> {note.kindWords}
          {note.days.includes(',') && `, ${note.days.split(', ')[1]}`}
          {note.text && ` «${note.text}»`}{' '}
          {onAccept && (
            <button type="button" className="ds-accept" onClick={() => onAccept(note)}>
              {note.reason ? `принять «${note.reason.symbol}»` : 'принять'}
              <span className="sr-only">: {note.student}</span>
            </button>
          )}
        </span>
      ))}
      {waiting.length === 0 && accepted.map((note) => <span key={note.id}>{acceptedWords(note)} </span>)}
      {unclassified > 0 && waiting.length === 0 && onAccept && <b className="text-amber">причины нет</b>}
      {accepted.length === 0 && words}
    </>
  );
}

/** «болезнь 18.12–20.12, документ есть» */
function acceptedWords({ kind, kindWords, days, document, reason }: NoteLine): string {
  const what = kind === 'other' ? `«${reason?.symbol ?? ''}»` : kindWords;
  return `${what} ${days}${document ? ', документ есть' : ''}`;
}
