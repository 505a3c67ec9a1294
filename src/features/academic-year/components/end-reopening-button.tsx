'use client';

import { ActDialog } from '@/ui/act-dialog';
import { endReopeningAction } from '../actions';

/** Closes the reopened journals of a group's period now. */
export function EndReopeningButton({ place }: { place: { groupId: number; periodId: number } }) {
  return (
    <ActDialog
      label="Закрыть раньше срока…"
      confirm="Закрыть сейчас"
      title="Закрыть раньше срока"
      act={(_, key) => endReopeningAction({ ...place, sectionId: null }, key)}
    >
      <p>Все журналы группы, открытые снова, закроются сейчас. Внесённое останется.</p>
    </ActDialog>
  );
}
