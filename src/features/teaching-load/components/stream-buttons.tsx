'use client';

import { useState } from 'react';
import { ActDialog } from '@/ui/act-dialog';
import { CheckField, Field, SelectField } from '@/ui/field';
import { dissolveStreamAction, formStreamAction } from '../actions';
import type { StreamCandidate } from '../load-view';

const keyOf = ({ courseId, teacherId }: StreamCandidate): string => `${courseId} ${teacherId}`;

/** Joins the chosen groups of one course and teacher. */
export function FormStream({ candidates }: { candidates: readonly StreamCandidate[] }) {
  const courses = new Map(candidates.map((one) => [keyOf(one), `${one.course} – ${one.teacher}`]));
  const [course, setCourse] = useState([...courses.keys()][0] ?? '');
  const own = candidates.filter((one) => keyOf(one) === course);
  return (
    <ActDialog
      label="Новый поток…"
      confirm="Соединить"
      title="Соединить группы в поток"
      look="main"
      act={(form, key) => {
        const sectionIds = form.getAll('section').map(Number);
        return formStreamAction({ name: String(form.get('name') ?? ''), sectionIds }, key);
      }}
    >
      <SelectField
        id="stream-course"
        label="Дисциплина и преподаватель"
        value={course}
        onChange={({ target }) => setCourse(target.value)}
      >
        {[...courses].map(([key, words]) => (
          <option key={key} value={key}>
            {words}
          </option>
        ))}
      </SelectField>
      <fieldset className="load-choice">
        <legend className="small">Группы, не меньше двух</legend>
        {own.map(({ sectionId, group }) => (
          <CheckField key={sectionId} name="section" value={sectionId} label={group} defaultChecked />
        ))}
      </fieldset>
      <Field
        id="stream-name"
        key={course}
        name="name"
        label="Название потока"
        maxLength={60}
        defaultValue={own
          .map(({ group }) => group)
          .join(' + ')
          .slice(0, 60)}
        required
      />
    </ActDialog>
  );
}

/** Parts a stream. */
export function DissolveStream({ streamId, name }: { streamId: number; name: string }) {
  return (
    <ActDialog
      label="Разъединить"
      confirm="Разъединить"
      title={`Разъединить поток «${name}»?`}
      small
      act={(_, key) => dissolveStreamAction({ streamId }, key)}
    >
      <p>Журналы групп останутся, часы в нагрузке будут считаться у каждой группы отдельно.</p>
    </ActDialog>
  );
}
