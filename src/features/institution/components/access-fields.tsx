'use client';

import { CheckField, Field } from '@/ui/field';
import type { FieldsProps } from './fields-props';

const weekdays = ['пн', 'вт', 'ср', 'чт', 'пт', 'сб', 'вс'] as const;
const issuers = [
  ['admin', 'администратор'],
  ['curator', 'куратор'],
  ['studyOffice', 'учебная часть'],
  ['deputyDirector', 'заместитель директора'],
] as const;
type Issuer = (typeof issuers)[number][0];

const toggled = <Value,>(list: readonly Value[], value: Value, on: boolean): Value[] =>
  on ? [...list, value] : list.filter((other) => other !== value);

/** Hours, cabinets, who gives passwords, how long a sign-in lasts without work (C-09…C-11, R-012, R-015). */
export function AccessFields({ edits, set }: FieldsProps) {
  const { accessWindow, diaryOpen, credentials, sessions } = edits;
  const usual = { from: '08:00', to: '20:00', weekdays: [1, 2, 3, 4, 5, 6] };
  return (
    <fieldset>
      <legend>Доступ</legend>
      <div className="checks">
        <CheckField
          label="кабинеты студентов и родителей открыты"
          checked={diaryOpen}
          onChange={({ target }) => set({ diaryOpen: target.checked })}
        />
        <CheckField
          label="журнал работает только в установленные часы"
          checked={accessWindow !== null}
          onChange={({ target }) => set({ accessWindow: target.checked ? usual : null })}
        />
      </div>
      {accessWindow && (
        <div className="code-line">
          <Field
            id="open-from"
            label="С"
            type="time"
            value={accessWindow.from}
            onChange={({ target }) => set({ accessWindow: { ...accessWindow, from: target.value } })}
          />
          <Field
            id="open-to"
            label="До"
            type="time"
            value={accessWindow.to}
            onChange={({ target }) => set({ accessWindow: { ...accessWindow, to: target.value } })}
          />
          {weekdays.map((name, index) => (
            <CheckField
              key={name}
              label={name}
              checked={accessWindow.weekdays.includes(index + 1)}
              onChange={({ target }) =>
                set({
                  accessWindow: {
                    ...accessWindow,
                    weekdays: toggled(accessWindow.weekdays, index + 1, target.checked).toSorted(),
                  },
                })
              }
            />
          ))}
        </div>
      )}
      <Issuers
        title="Пароли сотрудникам выдаёт"
        list={credentials.staff}
        onChange={(staff) => set({ credentials: { ...credentials, staff } })}
      />
      <Issuers
        title="Пароли студентам и родителям"
        list={credentials.families}
        onChange={(families) => set({ credentials: { ...credentials, families } })}
      />
      <Field
        id="staff-idle"
        label="Вход сотрудника без работы, минут"
        type="number"
        min={5}
        max={60}
        value={sessions.staffIdleMinutes}
        onChange={({ target }) => set({ sessions: { ...sessions, staffIdleMinutes: Number(target.value) } })}
      />
      <Field
        id="family-idle"
        label="Вход студента и родителя, дней"
        type="number"
        min={1}
        max={7}
        value={sessions.familyIdleDays}
        onChange={({ target }) => set({ sessions: { ...sessions, familyIdleDays: Number(target.value) } })}
      />
    </fieldset>
  );
}

function Issuers(props: { title: string; list: readonly Issuer[]; onChange: (list: Issuer[]) => void }) {
  const { title, list, onChange } = props;
  return (
    <fieldset className="code-line">
      <legend>{title}</legend>
      {issuers.map(([issuer, words]) => (
        <CheckField
          key={issuer}
          label={words}
          checked={list.includes(issuer)}
          onChange={({ target }) => onChange(toggled(list, issuer, target.checked))}
        />
      ))}
    </fieldset>
  );
}
