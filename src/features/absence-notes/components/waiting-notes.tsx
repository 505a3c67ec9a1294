'use client';

import './notes.css';
import { useRouter } from 'next/navigation';
import { useState, useTransition } from 'react';
import { counted } from '@/texts/plural';
import { Notice } from '@/ui/notice';
import { Section } from '@/ui/section';
import { acceptNoteAction, declineNoteAction } from '../actions';
import { excusedWords } from '../excused-words';
import type { NoteLine } from '../note-view';
import { WaitingNote } from './waiting-note';

/** Notes that wait for the curator: one key gives the code, a sentence declines. */
export function WaitingNotes({ id, notes, title }: { id: string; notes: readonly NoteLine[]; title?: string }) {
  const router = useRouter();
  const [said, setSaid] = useState<{ kind: 'error' | 'done'; text: string } | null>(null);
  const [busy, start] = useTransition();
  const accept = (note: NoteLine) =>
    start(async () => {
      const answer = await acceptNoteAction({ noteId: note.id, reason: note.reason?.id ?? null });
      setSaid(answer.ok ? { kind: 'done', text: excusedWords(note, answer.result) } : errorOf(answer));
      router.refresh();
    });
  const decline = (note: NoteLine, reply: string) =>
    start(async () => {
      const answer = await declineNoteAction({ noteId: note.id, reply });
      setSaid(answer.ok ? { kind: 'done', text: `${note.student}: ответ отправлен родителю.` } : errorOf(answer));
      if (answer.ok) router.refresh();
    });
  if (notes.length === 0 && said === null) return null;
  return (
    <Section
      id={id}
      title={title ?? 'Заявки родителей'}
      note={notes.length > 0 ? counted(notes.length, 'ждёт ответа', 'ждут ответа', 'ждут ответа') : 'все с ответом'}
    >
      {said && (
        <Notice kind={said.kind} live>
          {said.text}
        </Notice>
      )}
      {notes.length > 0 && (
        <ul className="notes">
          {notes.map((note) => (
            <WaitingNote key={note.id} note={note} busy={busy} onAccept={accept} onDecline={decline} />
          ))}
        </ul>
      )}
    </Section>
  );
}

function errorOf({ error }: { error: { message: string } }): { kind: 'error'; text: string } {
  return { kind: 'error', text: error.message };
}
