'use client';

import { ActDialog } from '@/ui/act-dialog';
import { CheckField } from '@/ui/field';
import { formNumbers } from '@/ui/form-values';
import { saveSpansAction } from '../actions';
import type { CalendarYear, GraphGroup } from '../calendar-view';
import { SpanFields, spanOf } from './span-fields';

/** A span of the graph for one group, for a year of study or for any groups. */
export function SpanDialog({ year, groups }: { year: CalendarYear; groups: readonly GraphGroup[] }) {
  const years = [...new Set(groups.map(({ yearOfStudy }) => yearOfStudy))];
  return (
    <ActDialog
      label="Добавить в график…"
      confirm="Записать"
      title="Каникулы, сессия, практика"
      progress={<p>Занятия перекладываются…</p>}
      act={async (form, key) => {
        const courses = new Set(formNumbers(form, 'courses'));
        const chosen = new Set(formNumbers(form, 'groupIds'));
        const own = groups.filter(({ id, yearOfStudy }) => chosen.has(id) || courses.has(yearOfStudy));
        if (own.length === 0) return noGroups;
        return saveSpansAction({ yearId: year.id, groupIds: own.map(({ id }) => id), ...spanOf(form) }, key);
      }}
    >
      <SpanFields year={year} />
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

const noGroups = {
  ok: false as const,
  error: { code: 'INVALID', message: 'Отметьте курс или группы: ничего не записано.' },
};
