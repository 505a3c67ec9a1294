'use client';

import { endPositionAction, givePositionAction } from '@/features/accounts/actions';
import { ActDialog } from '@/ui/act-dialog';
import { FormField } from '@/ui/form-field';
import { formText } from '@/ui/form-values';
import type { Choice, StaffPosition, StaffRow } from '../structure-view';
import { PositionFields, positionOf } from './staff-fields';

type Props = { person: StaffRow; departments: readonly Choice[]; today: string };

/** One more position: one person may hold several. */
export function GivePositionDialog({ person, departments, today }: Props) {
  return (
    <ActDialog
      label="Назначить…"
      confirm="Назначить"
      title={`Ещё одна должность: ${person.name}`}
      small
      act={(form, key) => {
        const startsOn = formText(form, 'startsOn');
        return givePositionAction({ personId: person.id, startsOn, ...positionOf(form) }, key);
      }}
    >
      <PositionFields departments={departments} day={{ name: 'startsOn', label: 'С какого дня', value: today }} />
    </ActDialog>
  );
}

/** The last day of a position; the functions that it gave end with it. */
export function EndPositionDialog({ position, today }: { position: StaffPosition; today: string }) {
  return (
    <ActDialog
      label="Снять…"
      confirm="Снять с должности"
      title={position.title}
      look="flat"
      small
      act={(form, key) => endPositionAction({ positionId: position.id, endsOn: formText(form, 'endsOn') }, key)}
    >
      <p>Функции этой должности закончатся вместе с последним днём.</p>
      <FormField
        name="endsOn"
        label="Последний день"
        type="date"
        min={position.startsOn}
        defaultValue={today}
        required
      />
    </ActDialog>
  );
}
