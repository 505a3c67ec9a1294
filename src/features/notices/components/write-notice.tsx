'use client';

import { useState } from 'react';
import { addDays } from '@/domain/calendar/local-date';
import { ActDialog } from '@/ui/act-dialog';
import { CheckField } from '@/ui/field';
import { FormField, FormSelect } from '@/ui/form-field';
import { formNumbers, formText } from '@/ui/form-values';
import { writeNoticeAction } from '../actions';
import type { NoticeBoardView } from '../notice-view';
import './notices.css';

const audiences = [
  ['everybody', 'всем: сотрудникам, студентам, родителям'],
  ['staff', 'сотрудникам'],
  ['groups', 'группам: студентам, родителям и куратору'],
] as const;
type Audience = (typeof audiences)[number][0];

const nobody = { ok: false, error: { code: 'INVALID', message: 'Отметьте хотя бы одну группу.' } } as const;

/** A notice written by hand: what, to whom, until when. */
export function WriteNotice({ today, groups }: NonNullable<NoticeBoardView['desk']>) {
  const [audience, setAudience] = useState<Audience>('everybody');
  return (
    <ActDialog
      label="Новое объявление…"
      confirm="Опубликовать"
      title="Новое объявление"
      look="main"
      act={async (form, key) => {
        const groupIds = formNumbers(form, 'groupIds');
        if (audience === 'groups' && groupIds.length === 0) return nobody;
        const words = { title: formText(form, 'title'), text: formText(form, 'text') };
        return writeNoticeAction({ ...words, audience, shownUntil: formText(form, 'shownUntil'), groupIds }, key);
      }}
    >
      <FormField name="title" label="Заголовок" maxLength={120} autoComplete="off" required />
      <div className="field">
        <label htmlFor="notice-text">Текст</label>
        <textarea id="notice-text" name="text" className="input" rows={5} maxLength={2000} />
      </div>
      <FormSelect
        name="audience"
        label="Кому"
        value={audience}
        onChange={({ target: { value } }) => setAudience(audiences.find(([id]) => id === value)?.[0] ?? 'everybody')}
      >
        {audiences.map(([id, label]) => (
          <option key={id} value={id}>
            {label}
          </option>
        ))}
      </FormSelect>
      {audience === 'groups' && (
        <fieldset className="notice-groups">
          <legend>Группы</legend>
          {groups.map(({ id, label }) => (
            <CheckField key={id} name="groupIds" value={id} label={label} />
          ))}
        </fieldset>
      )}
      <FormField
        name="shownUntil"
        label="Показывать по"
        type="date"
        defaultValue={addDays(today, 7)}
        min={today}
        max={addDays(today, 366)}
        hint="в этот день – последний раз на стартовых страницах и в дневнике; на доске останется"
        required
      />
    </ActDialog>
  );
}
