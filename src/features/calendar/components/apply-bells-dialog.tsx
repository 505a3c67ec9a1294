'use client';

import { ActDialog } from '@/ui/act-dialog';
import { CheckField } from '@/ui/field';
import { FormField, FormSelect } from '@/ui/form-field';
import { formNumberOrNull, formNumbers, formTextOrNull } from '@/ui/form-values';
import { applyBellsAction } from '../actions';
import type { BellsRow, BellsView } from '../calendar-view';
import { weekdays } from '../calendar-words';

/** When these bells ring: for groups of the second shift, on a weekday, on one date. */
export function ApplyBellsDialog({ bells, groups }: { bells: BellsRow; groups: BellsView['groups'] }) {
  return (
    <ActDialog
      label="Когда звонят…"
      confirm="Записать"
      title={`Когда звонят: ${bells.name}`}
      small
      act={(form, key) =>
        applyBellsAction(
          {
            scheduleId: bells.id,
            groupIds: formNumbers(form, 'groupIds'),
            weekday: formNumberOrNull(form, 'weekday'),
            date: formTextOrNull(form, 'date'),
          },
          key,
        )
      }
    >
      <div className="act-line">
        <FormSelect name="weekday" label="День недели" defaultValue="">
          <option value="">каждый</option>
          {weekdays.slice(0, 6).map((name, place) => (
            <option key={name} value={place + 1}>
              {name}
            </option>
          ))}
        </FormSelect>
        <FormField name="date" label="или один день" type="date" />
      </div>
      <fieldset className="pick-list">
        <legend>Группы; не отмечено ни одной – для всех</legend>
        {groups.map(({ id, label }) => (
          <CheckField key={id} name="groupIds" value={id} label={label} />
        ))}
      </fieldset>
    </ActDialog>
  );
}
