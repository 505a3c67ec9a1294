'use client';

import { useRouter } from 'next/navigation';
import { type FormEvent, useState, useTransition } from 'react';
import { type SocialStatus, socialStatuses } from '@/domain/people/card';
import { Button } from '@/ui/button';
import { CheckField, Field, SelectField } from '@/ui/field';
import { formText, formTextOrNull } from '@/ui/form-values';
import { Notice } from '@/ui/notice';
import { saveCardAction } from '../actions';
import type { CardView } from '../card-view';
import { socialStatusLabels } from '../card-words';

type Failure = { message: string; fields: readonly string[] };

/** The card as its keeper fills it in; names and papers only for the study office. What was typed stays when it is refused. */
export function CardForm({ card }: { card: CardView }) {
  const router = useRouter();
  const [statuses, setStatuses] = useState<ReadonlySet<SocialStatus>>(new Set(card.socialStatuses));
  const [failure, setFailure] = useState<Failure | null>(null);
  const [busy, start] = useTransition();

  function save(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const given = valuesOf(new FormData(event.currentTarget), card, [...statuses]);
    start(async () => {
      const answer = await saveCardAction(given).catch(() => null);
      if (answer?.ok) return router.refresh();
      const message = answer?.error.message ?? 'Сервер не ответил, карточка не сохранена. Повторите.';
      setFailure({ message, fields: answer?.error.fields ?? [] });
    });
  }

  const wrong = (name: string) => (failure?.fields.includes(name) ? 'Проверьте это поле' : undefined);
  return (
    <form className="card-form" onSubmit={save}>
      <PaperFields card={card} wrong={wrong} />
      <Contact card={card} name="phone" label="Телефон" type="tel" error={wrong('phone')} />
      <Contact card={card} name="email" label="Электронная почта" type="email" error={wrong('email')} />
      <div className="line">
        <Contact card={card} name="registeredAddress" label="Адрес регистрации" error={wrong('registeredAddress')} />
      </div>
      <div className="line">
        <Contact card={card} name="livingAddress" label="Адрес проживания" error={wrong('livingAddress')} />
      </div>
      <fieldset className="line social">
        <legend className="label">Социальный статус</legend>
        {socialStatuses.map((status) => (
          <CheckField
            key={status}
            label={socialStatusLabels[status]}
            checked={statuses.has(status)}
            onChange={({ target }) => setStatuses((now) => chosen(now, status, target.checked))}
          />
        ))}
      </fieldset>
      <div className="line card-foot">
        <Button type="submit" look="main" disabled={busy}>
          {busy ? 'Сохраняется…' : 'Сохранить карточку'}
        </Button>
        {failure && (
          <Notice kind="error" live>
            {failure.message}
          </Notice>
        )}
      </div>
    </form>
  );
}

/** «Нет» and the others exclude each other. */
function chosen(now: ReadonlySet<SocialStatus>, status: SocialStatus, on: boolean): ReadonlySet<SocialStatus> {
  if (!on) return new Set([...now].filter((one) => one !== status));
  return status === 'none' ? new Set(['none']) : new Set([...now, status].filter((one) => one !== 'none'));
}

type ContactName = 'phone' | 'email' | 'registeredAddress' | 'livingAddress';
type ContactProps = { card: CardView; name: ContactName; label: string; type?: string; error: string | undefined };

function Contact({ card, name, label, type = 'text', error }: ContactProps) {
  return (
    <Field
      id={`card-${name}`}
      name={name}
      label={label}
      type={type}
      defaultValue={card[name] ?? ''}
      maxLength={name === 'phone' ? 40 : name === 'email' ? 120 : 300}
      error={error}
    />
  );
}

function PaperFields({ card, wrong }: { card: CardView; wrong: (name: string) => string | undefined }) {
  const fixed = !card.abilities.editPaper;
  const text = (name: 'lastName' | 'firstName' | 'middleName' | 'recordNumber', label: string) => (
    <Field
      id={`card-${name}`}
      name={name}
      label={label}
      defaultValue={card[name] ?? ''}
      maxLength={name === 'recordNumber' ? 40 : 80}
      required={name === 'lastName' || name === 'firstName'}
      readOnly={fixed}
      error={wrong(name)}
    />
  );
  return (
    <>
      {text('lastName', 'Фамилия')}
      {text('firstName', 'Имя')}
      {text('middleName', 'Отчество')}
      <Field
        id="card-birthDate"
        name="birthDate"
        label="Дата рождения"
        type="date"
        defaultValue={card.birthDate ?? ''}
        readOnly={fixed}
        error={wrong('birthDate')}
      />
      {!fixed && (
        <SelectField id="card-sex" name="sex" label="Пол" defaultValue={card.sex}>
          <option value="female">женский</option>
          <option value="male">мужской</option>
        </SelectField>
      )}
      {text('recordNumber', 'Зачётная книжка')}
    </>
  );
}

function valuesOf(form: FormData, { studentId, version, sex }: CardView, social: SocialStatus[]) {
  const given = form.get('sex');
  return {
    ...{ studentId, version, socialStatuses: social },
    ...{ lastName: formText(form, 'lastName'), firstName: formText(form, 'firstName') },
    middleName: formTextOrNull(form, 'middleName'),
    sex: given === 'female' || given === 'male' ? given : sex,
    birthDate: formTextOrNull(form, 'birthDate'),
    recordNumber: formTextOrNull(form, 'recordNumber'),
    ...{ phone: formTextOrNull(form, 'phone'), email: formTextOrNull(form, 'email') },
    registeredAddress: formTextOrNull(form, 'registeredAddress'),
    livingAddress: formTextOrNull(form, 'livingAddress'),
  };
}
