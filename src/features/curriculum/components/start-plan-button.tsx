'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { ActDialog } from '@/ui/act-dialog';
import { Field, SelectField } from '@/ui/field';
import { startPlanAction } from '../actions';
import type { CurriculaView } from '../curriculum-view';

/** Begins a plan: empty or as a copy of another year's. */
export function StartPlan({ view }: { view: CurriculaView }) {
  const router = useRouter();
  const [programme, setProgramme] = useState(view.programmes[0]?.id ?? 0);
  const own = view.rows.filter(({ programId }) => programId === programme);
  return (
    <ActDialog
      label="Новый план…"
      confirm="Начать план"
      title="Новый учебный план"
      look="main"
      act={async (form, key) => {
        const from = Number(form.get('from'));
        const entry = { programId: Number(form.get('programme')), entryYear: Number(form.get('entryYear')) };
        const answer = await startPlanAction({ ...entry, fromId: from > 0 ? from : null }, key);
        if (answer.ok) router.push(`/study/curricula/${answer.result.id}`);
        return answer;
      }}
    >
      <SelectField
        id="plan-programme"
        name="programme"
        label="Образовательная программа"
        value={programme}
        onChange={({ target }) => setProgramme(Number(target.value))}
      >
        {view.programmes.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </SelectField>
      <Field
        id="plan-entry"
        name="entryYear"
        label="Год набора"
        type="number"
        min={1990}
        max={2100}
        defaultValue={view.thisYear}
        required
      />
      <SelectField id="plan-from" key={programme} name="from" label="За основу" defaultValue={own[0]?.id ?? 0}>
        <option value={0}>пустой план</option>
        {own.map(({ id, entryYear, lines }) => (
          <option key={id} value={id}>
            план набора {entryYear} года, строк: {lines}
          </option>
        ))}
      </SelectField>
    </ActDialog>
  );
}
