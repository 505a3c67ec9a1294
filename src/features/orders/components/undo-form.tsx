'use client';

import { useRouter } from 'next/navigation';
import { type FormEvent, useRef, useState, useTransition } from 'react';
import { counted } from '@/texts/plural';
import { Button } from '@/ui/button';
import { Field } from '@/ui/field';
import { Notice } from '@/ui/notice';
import { Section } from '@/ui/section';
import { previewUndoingAction, undoOrderAction } from '../actions';
import type { UndoingPreview } from '../undo-order';
import { VoidedList } from './voided-list';

type Props = {
  orderId: number;
  /** «№ 45-с от 13.10.2026» */
  name: string;
  today: string;
  students: readonly { studentId: number; name: string }[];
};
type Given = { number: string; date: string; subject: string };

const unreachable = 'Сервер не ответил, приказ не отменён. Проверьте связь и повторите.';

/** A counter-order: its number, date and subject, for all students of the order or some of them. */
export function UndoForm({ orderId, name, today, students }: Props) {
  const router = useRouter();
  const key = useRef('');
  const [given, setGiven] = useState<Given>({ number: '', date: today, subject: `Об отмене приказа ${name}` });
  const [kept, setKept] = useState<ReadonlySet<number>>(new Set());
  const [preview, setPreview] = useState<UndoingPreview | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const [busy, start] = useTransition();
  const undone = students.filter(({ studentId }) => !kept.has(studentId)).map(({ studentId }) => studentId);
  const order = { orderId, ...given, studentIds: undone.length === students.length ? null : undone };

  const change = (next: Partial<Given>) => {
    setGiven((now) => ({ ...now, ...next }));
    setPreview(null);
  };
  const look = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    start(async () => {
      const answer = await previewUndoingAction(order).catch(() => null);
      setPreview(answer?.ok ? answer.result : null);
      setFailure(answer?.ok ? null : (answer?.error.message ?? unreachable));
    });
  };
  const undo = (seen: string) =>
    start(async () => {
      key.current ||= crypto.randomUUID();
      const answer = await undoOrderAction({ ...order, seen }, key.current).catch(() => null);
      if (answer) key.current = '';
      setPreview(null);
      setFailure(answer?.ok ? null : (answer?.error.message ?? unreachable));
      if (answer?.ok) router.refresh();
    });
  const keep = (studentId: number, on: boolean) => {
    setKept((now) => new Set(on ? [...now, studentId] : [...now].filter((id) => id !== studentId)));
    setPreview(null);
  };

  return (
    <Section id="undo" title="Отменить приказом" note="оба приказа останутся в реестре">
      <form className="order-form" onSubmit={look}>
        <div className="order-fields">
          <Field
            id="undo-number"
            label="Номер отменяющего приказа"
            value={given.number}
            maxLength={40}
            autoComplete="off"
            required
            onChange={({ target }) => change({ number: target.value })}
          />
          <Field
            id="undo-date"
            label="Дата"
            type="date"
            value={given.date}
            max={today}
            required
            onChange={({ target }) => change({ date: target.value })}
          />
          <div className="line">
            <Field
              id="undo-subject"
              label="О чём"
              value={given.subject}
              maxLength={300}
              required
              onChange={({ target }) => change({ subject: target.value })}
            />
          </div>
        </div>
        {students.length > 1 && <Kept students={students} kept={kept} onKeep={keep} />}
        {failure && (
          <Notice kind="error" live>
            {failure}
          </Notice>
        )}
        {preview && <UndoingVerdict preview={preview} />}
        <div className="order-foot">
          {preview ? (
            <Button look="danger" disabled={busy} onClick={() => undo(preview.state)}>
              {busy ? 'Отменяется…' : 'Отменить приказ'}
            </Button>
          ) : (
            <Button type="submit" disabled={busy || undone.length === 0}>
              {busy ? 'Проверяется…' : 'Проверить отмену'}
            </Button>
          )}
        </div>
      </form>
    </Section>
  );
}

type KeptProps = {
  students: Props['students'];
  kept: ReadonlySet<number>;
  onKeep: (studentId: number, on: boolean) => void;
};

/** Of whom the order is undone; all of them at first. */
function Kept({ students, kept, onKeep }: KeptProps) {
  return (
    <fieldset className="order-students">
      <legend>Для кого отменяется</legend>
      <ul className="order-list">
        {students.map(({ studentId, name }) => (
          <li key={studentId}>
            <label className="check">
              <input
                type="checkbox"
                checked={!kept.has(studentId)}
                onChange={({ target }) => onKeep(studentId, !target.checked)}
              />
              <span>{name}</span>
            </label>
          </li>
        ))}
      </ul>
    </fieldset>
  );
}

function UndoingVerdict({ preview: { students, voided } }: { preview: UndoingPreview }) {
  return (
    <Notice kind={voided.length > 0 ? 'warning' : 'info'} live>
      {counted(students, 'студент будет числиться', 'студента будут числиться', 'студентов будут числиться')} так, как
      если бы приказа не было. Отметки, которые он сделал недействительными, сами не вернутся: они в истории.
      {voided.length > 0 && ' Потеряют основание:'}
      {voided.length > 0 && <VoidedList voided={voided} />}
    </Notice>
  );
}
