'use client';

import { ActDialog } from '@/ui/act-dialog';
import { CheckField } from '@/ui/field';
import { FormField, FormSelect } from '@/ui/form-field';
import { formNumbers, formText } from '@/ui/form-values';
import { saveSpansAction } from '../actions';
import type { CalendarYear, GraphGroup } from '../calendar-view';
import { spanWords } from '../calendar-words';

const kinds = ['vacation', 'session', 'practice', 'finalAttestation'] as const;

/** A span of the graph for one group, for a year of study or for any groups. */
export function SpanDialog({ year, groups }: { year: CalendarYear; groups: readonly GraphGroup[] }) {
  const years = [...new Set(groups.map(({ yearOfStudy }) => yearOfStudy))];
  return (
    <ActDialog
      label="Добавить в график…"
      confirm="Записать"
      title="Каникулы, сессия, практика"
      progress={<p>Занятия перекладываются…</p>}
      act={(form, key) => {
        const courses = new Set(formNumbers(form, 'courses'));
        const chosen = new Set(formNumbers(form, 'groupIds'));
        const own = groups.filter(({ id, yearOfStudy }) => chosen.has(id) || courses.has(yearOfStudy));
        const span = {
          kind: kinds.find((kind) => kind === formText(form, 'kind')) ?? 'vacation',
          name: formText(form, 'name'),
          startsOn: formText(form, 'startsOn'),
          endsOn: formText(form, 'endsOn'),
        };
        return saveSpansAction({ yearId: year.id, groupIds: own.map(({ id }) => id), ...span }, key);
      }}
    >
      <FormSelect name="kind" label="Что" defaultValue="practice">
        {kinds.map((kind) => (
          <option key={kind} value={kind}>
            {spanWords[kind].name}
          </option>
        ))}
      </FormSelect>
      <FormField name="name" label="Название" hint="Например: УП.01. Можно не писать." maxLength={120} />
      <div className="act-line">
        <FormField name="startsOn" label="Первый день" type="date" min={year.startsOn} max={year.endsOn} required />
        <FormField name="endsOn" label="Последний день" type="date" min={year.startsOn} max={year.endsOn} required />
      </div>
      <fieldset className="pick-list">
        <legend>Курс целиком</legend>
        {years.map((course) => (
          <CheckField key={course} name="courses" value={course} label={`${course} курс`} />
        ))}
      </fieldset>
      <fieldset className="pick-list">
        <legend>или группы</legend>
        {groups.map(({ id, name }) => (
          <CheckField key={id} name="groupIds" value={id} label={name} />
        ))}
      </fieldset>
    </ActDialog>
  );
}
