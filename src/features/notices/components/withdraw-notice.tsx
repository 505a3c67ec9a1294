'use client';

import { ActDialog } from '@/ui/act-dialog';
import { withdrawNoticeAction } from '../actions';

/** Takes a notice written by hand off the board. */
export function WithdrawNotice({ id, title }: { id: number; title: string }) {
  return (
    <ActDialog
      small
      label="Снять…"
      confirm="Снять с доски"
      title={`Снять объявление «${title}»`}
      look="danger"
      act={(_, key) => withdrawNoticeAction({ id }, key)}
    >
      <p>Объявление исчезнет у всех, кому оно показано. В аудите останется.</p>
    </ActDialog>
  );
}
