'use client';

import { ActDialog } from '@/ui/act-dialog';
import { removeCalendarEntryAction } from '../actions';

type Kind = Parameters<typeof removeCalendarEntryAction>[0]['kind'];

/** Asks before an entry of the calendar goes. */
export function RemoveButton(props: { kind: Kind; id: number; version?: number; name: string; label?: string }) {
  const { kind, id, version = 0, name, label = 'Удалить…' } = props;
  return (
    <ActDialog
      label={label}
      confirm="Удалить"
      title={`Удалить: ${name}`}
      look="danger"
      small
      act={(_, key) => removeCalendarEntryAction({ kind, id, version }, key)}
    >
      <p>Удалить можно только то, на что ничего не ссылается. Запись об удалении останется в истории.</p>
    </ActDialog>
  );
}
