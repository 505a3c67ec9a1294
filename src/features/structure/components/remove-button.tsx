'use client';

import { ActDialog } from '@/ui/act-dialog';
import { removeStructureAction } from '../actions';

type Kind = Parameters<typeof removeStructureAction>[0]['kind'];

/** Asks before a record goes; the server refuses while anything refers to it. */
export function RemoveButton(props: { kind: Kind; id: number; version?: number; name: string }) {
  const { kind, id, version = 0, name } = props;
  return (
    <ActDialog
      label="Удалить…"
      confirm="Удалить"
      title={`Удалить: ${name}`}
      look="danger"
      small
      act={(_, key) => removeStructureAction({ kind, id, version }, key)}
    >
      <p>Удалить можно только то, на что ничего не ссылается. Запись об удалении останется в истории.</p>
    </ActDialog>
  );
}
