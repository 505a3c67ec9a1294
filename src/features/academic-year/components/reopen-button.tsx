'use client';

import { ActDialog } from '@/ui/act-dialog';
import { Field, SelectField } from '@/ui/field';
import { reopenPeriodAction } from '../actions';
import { ReasonField } from './reason-field';

type Props = {
  place: { groupId: number; periodId: number };
  sections: readonly { id: number; title: string }[];
  today: string;
  latest: string;
};

/** Opens one journal, or all of the group's, for a term. */
export function ReopenButton({ place, sections, today, latest }: Props) {
  return (
    <ActDialog
      label="Открыть снова…"
      confirm="Открыть"
      title="Открыть закрытый период"
      act={(form, key) => {
        const section = Number(form.get('section'));
        const [reason, until] = [String(form.get('reason')), String(form.get('until'))];
        return reopenPeriodAction({ ...place, sectionId: section === 0 ? null : section, reason, until }, key);
      }}
    >
      <SelectField id="reopen-section" name="section" label="Журнал" defaultValue={sections[0]?.id ?? 0}>
        {sections.map(({ id, title }) => (
          <option key={id} value={id}>
            {title}
          </option>
        ))}
        <option value={0}>Все журналы группы</option>
      </SelectField>
      <Field
        id="reopen-until"
        name="until"
        label="Последний день"
        type="date"
        min={today}
        max={latest}
        defaultValue={today}
        hint="В конце этого дня журнал закроется сам."
        required
      />
      <ReasonField />
    </ActDialog>
  );
}
