'use client';

import { ActDialog } from '@/ui/act-dialog';
import { CheckField } from '@/ui/field';
import { FormField } from '@/ui/form-field';
import { formNumber, formNumbers, formText } from '@/ui/form-values';
import { recordTrainingAction } from '../actions';
import type { TrainingView } from '../structure-view';

/** One training with everybody who was there. */
export function TrainingDialog({ staff, today }: Pick<TrainingView, 'staff' | 'today'>) {
  return (
    <ActDialog
      label="Записать обучение…"
      confirm="Записать"
      title="Прошедшее обучение"
      act={(form, key) =>
        recordTrainingAction(
          {
            topic: formText(form, 'topic'),
            heldOn: formText(form, 'heldOn'),
            hours: formNumber(form, 'hours'),
            staffIds: formNumbers(form, 'staffIds'),
          },
          key,
        )
      }
    >
      <FormField name="topic" label="Тема" defaultValue="Работа в электронном журнале" maxLength={200} required />
      <div className="act-line">
        <FormField name="heldOn" label="Когда" type="date" defaultValue={today} max={today} required />
        <FormField name="hours" label="Часов" type="number" min={1} max={500} defaultValue={2} required />
      </div>
      <fieldset className="pick-list pick-names">
        <legend>Кто учился</legend>
        {staff.map(({ id, name, trainings }) => (
          <CheckField key={id} name="staffIds" value={id} label={trainings === 0 ? `${name}, ещё не обучен` : name} />
        ))}
      </fieldset>
    </ActDialog>
  );
}
