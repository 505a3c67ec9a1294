'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useRef, useState, useTransition } from 'react';
import { excuseDaysAction } from '@/features/absence-notes/actions';
import { excusedWords } from '@/features/absence-notes/excused-words';
import { Button } from '@/ui/button';
import { Dialog } from '@/ui/dialog';
import { CheckField, Field, SelectField } from '@/ui/field';
import { Notice } from '@/ui/notice';
import type { DayState } from '../client/day-state';

type Props = { state: DayState; onClose: () => void; onDone: (words: string) => void };

const form = 'excuse-form';

/** «Болезнь с … по …»: one reason for days of the cursor's student in one act. */
export function ExcuseDialog({ state, onClose, onDone }: Props) {
  const { groupId, date, codes, rows } = state.sheet;
  const student = rows[state.cursor.row];
  const router = useRouter();
  const days = useRef<HTMLFormElement>(null);
  useEffect(() => days.current?.querySelector<HTMLInputElement>('#excuse-to')?.focus(), []);
  const [refusal, setRefusal] = useState<string | null>(null);
  const [busy, start] = useTransition();
  const reasons = codes.filter(({ class: of }) => of === 'sick' || of === 'valid' || of === 'invalid');
  if (!student) return null;
  const submit = (data: FormData) =>
    start(async () => {
      const text = (name: string) => String(data.get(name) ?? '');
      const code = reasons.find(({ id }) => id === text('reason'));
      const span = { startsOn: text('from'), endsOn: text('to'), firstPeriod: null, lastPeriod: null };
      const given = { reason: text('reason'), document: data.get('document') !== null };
      const answer = await excuseDaysAction({ groupId, studentId: student.studentId, ...span, ...given });
      if (!answer.ok) {
        setRefusal(answer.error.message);
        return;
      }
      onDone(excusedWords({ student: student.name, reason: code ?? null }, answer.result));
      router.refresh();
    });
  return (
    <Dialog
      open
      title={`Причина за несколько дней · ${student.name}`}
      onClose={onClose}
      footer={
        <>
          <Button look="main" type="submit" form={form} disabled={busy}>
            Поставить
          </Button>
          <Button onClick={onClose}>Не сейчас</Button>
        </>
      }
    >
      <form
        id={form}
        ref={days}
        className="ds-form"
        onSubmit={(event) => {
          event.preventDefault();
          submit(new FormData(event.currentTarget));
        }}
      >
        <Field id="excuse-from" name="from" type="date" label="С" defaultValue={date} required />
        <Field id="excuse-to" name="to" type="date" label="По" defaultValue={date} required />
        <SelectField
          id="excuse-reason"
          name="reason"
          label="Причина"
          defaultValue={[...reasons].sort(sickFirst)[0]?.id}
        >
          {[...reasons].sort(sickFirst).map(({ id, symbol, label }) => (
            <option key={id} value={id}>
              {symbol} — {label}
            </option>
          ))}
        </SelectField>
        <CheckField name="document" label="Есть документ: справка, заявление, приказ" />
        <p className="aside-note">
          Код получат пропуски без причины; другая причина, если она уже стоит, останется. Диагноз не указывают.
        </p>
        {refusal && (
          <Notice kind="error" live>
            {refusal}
          </Notice>
        )}
      </form>
    </Dialog>
  );
}

/** Several days are most often an illness. */
function sickFirst(one: { class: string }, other: { class: string }): number {
  return Number(other.class === 'sick') - Number(one.class === 'sick');
}
