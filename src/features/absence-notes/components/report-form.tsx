'use client';

import { useRouter } from 'next/navigation';
import { useRef, useState, useTransition } from 'react';
import { absenceKinds } from '@/domain/attendance/absence-note';
import { Button } from '@/ui/button';
import { CheckField, Field, SelectField } from '@/ui/field';
import { Notice } from '@/ui/notice';
import { reportAbsenceAction } from '../actions';
import { kindLabels } from '../note-words';
import type { ReportedAbsence } from '../report-absence';

const pairs = Array.from({ length: 8 }, (_, index) => index + 1);

/** Days or pairs, why, a few words. What was typed stays until the curator has it. */
export function ReportForm({ studentId, today }: { studentId: number; today: string }) {
  const router = useRouter();
  const form = useRef<HTMLFormElement>(null);
  const [days, setDays] = useState({ from: today, to: today });
  const [said, setSaid] = useState<{ kind: 'error' | 'done'; text: string } | null>(null);
  const [busy, start] = useTransition();
  const send = (given: ReportedAbsence) =>
    start(async () => {
      const answer = await reportAbsenceAction(given);
      if (!answer.ok) {
        setSaid({ kind: 'error', text: answer.error.message });
        return;
      }
      form.current?.reset();
      setDays({ from: today, to: today });
      setSaid({ kind: 'done', text: 'Отправлено куратору. Его ответ появится здесь.' });
      router.refresh();
    });
  return (
    <form
      ref={form}
      className="report-form"
      onSubmit={(event) => {
        event.preventDefault();
        send(reportOf(studentId, new FormData(event.currentTarget)));
      }}
    >
      <Field
        id="report-from"
        name="from"
        type="date"
        label="Первый день"
        required
        value={days.from}
        onChange={({ target }) => setDays(({ to }) => daysFrom(target.value, to))}
      />
      <Field
        id="report-to"
        name="to"
        type="date"
        label="Последний день"
        required
        value={days.to}
        min={days.from}
        onChange={({ target }) => setDays(({ from }) => ({ from, to: target.value }))}
      />
      {days.from === days.to && <PairFields />}
      <div className="line">
        <SelectField id="report-kind" name="kind" label="Почему" defaultValue="sick">
          {absenceKinds.map((kind) => (
            <option key={kind} value={kind}>
              {kindLabels[kind]}
            </option>
          ))}
        </SelectField>
      </div>
      <div className="line">
        <Field
          id="report-text"
          name="text"
          label="Пояснение, если нужно"
          maxLength={200}
          hint="Диагноз писать не надо."
        />
      </div>
      <div className="line">
        <CheckField name="document" label="Справка или заявление есть, принесём" />
      </div>
      <div className="line">
        <Button type="submit" look="main" size="big" disabled={busy}>
          Отправить куратору
        </Button>
      </div>
      {said && (
        <div className="line">
          <Notice kind={said.kind} live>
            {said.text}
          </Notice>
        </div>
      )}
    </form>
  );
}

/** The last day follows a later first one. */
function daysFrom(from: string, to: string) {
  const isLater = from > to;
  return { from, to: isLater ? from : to };
}

/** Pairs are named for a single day only. */
function PairFields() {
  const options = pairs.map((pair) => (
    <option key={pair} value={pair}>
      {pair}-я пара
    </option>
  ));
  return (
    <>
      <SelectField id="report-first" name="first" label="С пары" defaultValue="">
        <option value="">весь день</option>
        {options}
      </SelectField>
      <SelectField id="report-last" name="last" label="По пару" defaultValue="">
        <option value="">весь день</option>
        {options}
      </SelectField>
    </>
  );
}

function reportOf(studentId: number, data: FormData): ReportedAbsence {
  const text = (name: string) => String(data.get(name) ?? '');
  const [first, last] = [Number(text('first')) || null, Number(text('last')) || null];
  return {
    studentId,
    startsOn: text('from'),
    endsOn: text('to'),
    firstPeriod: first ?? last,
    lastPeriod: last ?? first,
    kind: absenceKinds.find((kind) => kind === text('kind')) ?? 'other',
    text: text('text'),
    document: data.get('document') !== null,
  };
}
