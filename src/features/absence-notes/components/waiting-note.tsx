'use client';

import { useState } from 'react';
import { counted } from '@/texts/plural';
import { Button } from '@/ui/button';
import { Field } from '@/ui/field';
import type { NoteLine } from '../note-view';

type Props = {
  note: NoteLine;
  busy: boolean;
  onAccept: (note: NoteLine) => void;
  onDecline: (note: NoteLine, reply: string) => void;
};

/** Who, when and why; the code in one key, or a sentence to the parent. */
export function WaitingNote({ note, busy, onAccept, onDecline }: Props) {
  const [declining, setDeclining] = useState(false);
  const again = note.state === 'accepted';
  return (
    <li>
      <p>
        <b>{note.student}</b>, {note.days}: {note.kindWords}
        {note.text && <span className="note-text"> «{note.text}»</span>}
        <span className="sub">
          {note.source}
          {note.document && ' · документ есть'}
          {again && ` · принято раньше, новых пропусков: ${counted(note.openLessons, 'пара', 'пары', 'пар')}`}
        </span>
      </p>
      <span className="note-acts">
        <Button size="small" disabled={busy} onClick={() => onAccept(note)} data-accept={note.studentId}>
          {note.reason ? `Принять «${note.reason.symbol}»` : 'Принять к сведению'}
          <span className="sr-only">: {note.student}</span>
        </Button>
        {!again && (
          <Button size="small" disabled={busy} aria-expanded={declining} onClick={() => setDeclining(!declining)}>
            Отклонить…<span className="sr-only"> {note.student}</span>
          </Button>
        )}
      </span>
      {declining && (
        <form
          className="note-reply"
          onSubmit={(event) => {
            event.preventDefault();
            onDecline(note, String(new FormData(event.currentTarget).get('reply') ?? ''));
          }}
        >
          <Field
            id={`reply-${note.id}`}
            name="reply"
            label="Ответ родителю"
            placeholder="Принесите справку, пожалуйста"
            maxLength={300}
            required
          />
          <Button type="submit" size="small" disabled={busy}>
            Отправить ответ
          </Button>
        </form>
      )}
    </li>
  );
}
