'use client';

import { type FormEvent, useState } from 'react';
import { roleLabels } from '@/texts/labels';
import { Button } from '@/ui/button';
import { Field, SelectField } from '@/ui/field';
import { Notice } from '@/ui/notice';
import { endPositionAction, givePositionAction } from '../actions';
import { useAct } from './use-act';

const given = [
  ...(['teacher', 'deputyDirector', 'director', 'departmentHead', 'studyOffice', 'secretary'] as const),
  ...(['timetableDispatcher', 'methodist', 'admin', 'observer'] as const),
];
type Given = (typeof given)[number];

/** Gives a position: its role decides the functions. */
export function PositionForm({ personId, today }: { personId: number; today: string }) {
  const { act, busy, failure } = useAct();
  const [role, setRole] = useState<Given>('teacher');

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = event.currentTarget;
    const data = new FormData(form);
    const position = { personId, role, title: String(data.get('title')), startsOn: String(data.get('startsOn')) };
    void act(() => givePositionAction(position)).then((done) => done && form.reset());
  }

  return (
    <form className="form-line" onSubmit={submit}>
      <SelectField
        id="position-role"
        label="Функции"
        value={role}
        onChange={({ target }) => setRole(given.find((name) => name === target.value) ?? 'teacher')}
      >
        {given.map((name) => (
          <option key={name} value={name}>
            {roleLabels[name]}
          </option>
        ))}
      </SelectField>
      <Field id="position-title" name="title" label="Должность по приказу" maxLength={160} required />
      <Field id="position-from" name="startsOn" label="С какого числа" type="date" defaultValue={today} required />
      <Button type="submit" aria-disabled={busy || undefined}>
        Назначить
      </Button>
      {failure && (
        <Notice kind="error" live>
          {failure}
        </Notice>
      )}
    </form>
  );
}

/** Ends a position with today. */
export function EndPosition({ positionId, today }: { positionId: number; today: string }) {
  const { act, failure } = useAct();
  return (
    <>
      <Button size="small" onClick={() => void act(() => endPositionAction({ positionId, endsOn: today }))}>
        Снять с сегодня
      </Button>
      {failure && (
        <Notice kind="error" live>
          {failure}
        </Notice>
      )}
    </>
  );
}
