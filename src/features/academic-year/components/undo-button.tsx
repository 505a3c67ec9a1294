'use client';

import { ActDialog } from '@/ui/act-dialog';
import { undoClosingAction } from '../actions';
import { ReasonField } from './reason-field';
import { YearProgress } from './year-progress';

/** Takes the closing of a year back. */
export function UndoButton({ year }: { year: { id: number; name: string } }) {
  return (
    <ActDialog
      label="Отменить закрытие…"
      confirm="Отменить закрытие"
      title={`Отменить закрытие ${year.name}`}
      progress={<YearProgress yearId={year.id} />}
      act={(form, key) => undoClosingAction({ yearId: year.id, reason: String(form.get('reason')) }, key)}
    >
      <p>Периоды, переводы и выпуск станут такими, какими были до закрытия; в истории останется и то и другое.</p>
      <ReasonField />
    </ActDialog>
  );
}
