'use client';

import { ActDialog } from '@/ui/act-dialog';
import { FormField } from '@/ui/form-field';
import { formNumberOrNull, formText, formTextOrNull } from '@/ui/form-values';
import { saveRoomAction } from '../actions';
import type { RoomRow } from '../structure-view';

/** A new room, or a correction of one; a closed one is no longer offered to the timetable. */
export function RoomDialog({ room }: { room?: RoomRow }) {
  return (
    <ActDialog
      label={room ? 'Изменить…' : 'Добавить кабинет…'}
      confirm="Записать"
      title={room ? `Кабинет ${room.name}` : 'Новый кабинет'}
      small={room !== undefined}
      act={(form, key) => {
        const values = {
          name: formText(form, 'name'),
          purpose: formText(form, 'purpose'),
          seats: formNumberOrNull(form, 'seats'),
          closedOn: formTextOrNull(form, 'closedOn'),
        };
        return saveRoomAction({ id: room?.id ?? null, version: room?.version ?? 0, ...values }, key);
      }}
    >
      <FormField name="name" label="Номер или название" defaultValue={room?.name} maxLength={40} required />
      <FormField
        name="purpose"
        label="Назначение"
        defaultValue={room?.purpose}
        hint="Например: лаборатория информатики, спортивный зал"
        maxLength={120}
      />
      <div className="act-line">
        <FormField name="seats" label="Мест" type="number" min={1} max={2000} defaultValue={room?.seats ?? ''} />
        <FormField name="closedOn" label="Закрыт с" type="date" defaultValue={room?.closedOn ?? ''} />
      </div>
    </ActDialog>
  );
}
