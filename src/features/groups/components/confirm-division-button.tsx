'use client';

import { ActDialog } from '@/ui/act-dialog';
import { confirmDivisionAction } from '../division-actions';

/** The division stays as it is for this period. */
export function ConfirmDivision({ groupId, division, on }: { groupId: number; division: string; on: string }) {
  return (
    <ActDialog
      label="Оставить как есть"
      confirm="Пересмотрено, без изменений"
      title={`Подгруппы «${division}»`}
      small
      act={(_, key) => confirmDivisionAction({ groupId, division, on }, key)}
    >
      <p>Состав подгрупп пересмотрен вместе с преподавателями и куратором и на этот период не меняется.</p>
    </ActDialog>
  );
}
