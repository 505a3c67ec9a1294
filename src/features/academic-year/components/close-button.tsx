'use client';

import { ActDialog } from '@/ui/act-dialog';
import { Field } from '@/ui/field';
import { Notice } from '@/ui/notice';
import { closeYearAction } from '../actions';
import { ReasonField } from './reason-field';
import { YearProgress } from './year-progress';

type Props = { year: { id: number; name: string }; words: string };

/** Closes the year; what is unfinished is named again and needs a reason. */
export function CloseButton({ year, words }: Props) {
  const text = (form: FormData, name: string) => String(form.get(name) ?? '').trim();
  return (
    <ActDialog
      label="Закрыть учебный год…"
      confirm={`Закрыть ${year.name}`}
      title={`Закрыть учебный год ${year.name}`}
      look="danger"
      progress={<YearProgress yearId={year.id} />}
      act={(form, key) =>
        closeYearAction(
          {
            yearId: year.id,
            promotionOrder: text(form, 'promotion'),
            graduationOrder: text(form, 'graduation'),
            reason: text(form, 'reason') || null,
          },
          key,
        )
      }
    >
      <p>
        Все периоды закроются, студенты перейдут на следующий курс, выпускники отчислятся приказом. Пока следующий год
        не открыт, закрытие можно отменить.
      </p>
      {words !== '' && <Notice kind="warning">Останется как есть: {words}.</Notice>}
      <Field id="close-promotion" name="promotion" label="Номер приказа о переводе" maxLength={40} required />
      <Field id="close-graduation" name="graduation" label="Номер приказа о выпуске" maxLength={40} required />
      {words !== '' && <ReasonField label="Почему год закрывается так" />}
    </ActDialog>
  );
}
