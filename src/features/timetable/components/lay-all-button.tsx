'use client';

import { counted } from '@/texts/plural';
import { ActDialog } from '@/ui/act-dialog';
import { requestLayingAction } from '../actions';
import type { Option } from '../week-view';

/** Begins the laying of all groups in the background. */
export function LayAllButton({ period, groups }: { period: Option; groups: number }) {
  return (
    <ActDialog
      label="Разложить занятия всех групп…"
      confirm="Разложить"
      title="Разложить занятия всех групп"
      look="main"
      act={(_, key) => requestLayingAction({ periodId: period.id }, key)}
    >
      <p>
        {period.label}, {counted(groups, 'группа', 'группы', 'групп')}: занятия каждой группы лягут по её неделе.
        Заполненные занятия, замены и прошедшие дни не меняются. Страницу можно закрыть, раскладка продолжится.
      </p>
    </ActDialog>
  );
}
