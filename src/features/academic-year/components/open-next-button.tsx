'use client';

import { ActDialog } from '@/ui/act-dialog';
import { openNextYearAction } from '../actions';
import { YearProgress } from './year-progress';

/** Opens the year after a closed one. */
export function OpenNextButton({ yearId, nextName }: { yearId: number; nextName: string }) {
  return (
    <ActDialog
      label={`Открыть ${nextName}…`}
      confirm={`Открыть ${nextName}`}
      title={`Открыть учебный год ${nextName}`}
      look="main"
      progress={<YearProgress yearId={yearId} />}
      act={(_, key) => openNextYearAction({ yearId }, key)}
    >
      <p>
        Периоды и календарь сдвинутся на год, группы перейдут на следующий курс с прежними названиями и кураторами,
        журналы откроются по учебному плану с нагрузкой, расписанием и занятиями. Группы первого курса заводит учебная
        часть.
      </p>
      <p>После этого закрытие прошедшего года отменить нельзя.</p>
    </ActDialog>
  );
}
