'use client';

import { ActDialog } from '@/ui/act-dialog';
import { CheckField } from '@/ui/field';
import { FormField } from '@/ui/form-field';
import { formText } from '@/ui/form-values';
import { editBellsAction, setBellsAction } from '../actions';
import type { BellsRow } from '../calendar-view';
import { BellLines, pairsOf, troubleOf } from './bell-lines';

const morning = [{ startsAt: '08:30', endsAt: '10:05' }];

/** A bell schedule: its name, its пары, whether it is the usual one. */
export function BellsDialog({ bells, first }: { bells?: BellsRow; first?: boolean }) {
  return (
    <ActDialog
      label={bells ? 'Изменить…' : 'Добавить звонки…'}
      confirm="Записать"
      title={bells?.name ?? 'Новые звонки'}
      small={bells !== undefined}
      act={async (form, key) => {
        const classPeriods = pairsOf(form);
        const trouble = troubleOf(classPeriods);
        if (trouble) return { ok: false, error: { code: 'INVALID', message: `${trouble} Ничего не записано.` } };
        const values = {
          name: formText(form, 'name'),
          isDefault: form.has('isDefault') || first === true,
          shortened: form.has('shortened'),
          classPeriods,
        };
        if (!bells) return setBellsAction({ schedules: [values] }, key);
        return editBellsAction({ id: bells.id, version: bells.version, ...values }, key);
      }}
    >
      <FormField
        name="name"
        label="Название"
        defaultValue={bells?.name}
        hint="Например: Вторая смена"
        maxLength={80}
        required
      />
      <BellLines number={bells?.pairs[0]?.number ?? 1} pairs={bells?.pairs ?? morning} />
      <CheckField name="shortened" label="для сокращённых дней" defaultChecked={bells?.shortened} />
      {!bells?.isDefault && !first && <CheckField name="isDefault" label="обычные: звонят, если не указано иное" />}
    </ActDialog>
  );
}
