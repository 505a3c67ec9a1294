'use client';

import { counted } from '@/texts/plural';
import { ActDialog } from '@/ui/act-dialog';
import { SelectField } from '@/ui/field';
import { lockPeriodsAction } from '../actions';
import { ReasonField } from './reason-field';

type Props = { periods: readonly { id: number; name: string }[]; groupIds: readonly number[] };

/** Locks a period of the chosen groups. */
export function LockButton({ periods, groupIds }: Props) {
  const chosen = counted(groupIds.length, 'группа', 'группы', 'групп');
  return (
    <ActDialog
      label={`Закрыть период… (${groupIds.length})`}
      confirm="Закрыть период"
      title="Закрыть период"
      disabled={groupIds.length === 0}
      act={(form, key) =>
        lockPeriodsAction(
          { periodIds: [Number(form.get('period'))], groupIds: [...groupIds], reason: String(form.get('reason')) },
          key,
        )
      }
    >
      <p>
        {chosen}. В закрытом периоде никто ничего не изменит; ошибку исправляют, открыв журнал снова с указанием причины
        и срока.
      </p>
      <SelectField id="lock-period" name="period" label="Период">
        {periods.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </SelectField>
      <ReasonField />
    </ActDialog>
  );
}
