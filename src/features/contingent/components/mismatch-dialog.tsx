'use client';

import { ActDialog } from '@/ui/act-dialog';
import { FormField, FormSelect } from '@/ui/form-field';
import { formNumberOrNull, formText } from '@/ui/form-values';
import { reportMismatchAction, settleMismatchAction } from '../actions';
import { mismatchKinds, mismatchLabels } from '../mismatch-words';

type Props = { groupId: number; students: readonly { studentId: number; name: string }[] };

/** The curator says what does not agree with the list. */
export function MismatchDialog({ groupId, students }: Props) {
  return (
    <ActDialog
      label="Сообщить о расхождении…"
      confirm="Отправить в учебную часть"
      title="Список расходится с действительностью"
      act={(form, key) => {
        const kind = mismatchKinds.find((one) => one === formText(form, 'kind')) ?? 'wrongData';
        const studentId = kind === 'notListed' ? null : formNumberOrNull(form, 'studentId');
        return reportMismatchAction({ groupId, kind, studentId, text: formText(form, 'text') }, key);
      }}
    >
      <FormSelect name="kind" label="Что не так" defaultValue="notStudying">
        {mismatchKinds.map((kind) => (
          <option key={kind} value={kind}>
            {mismatchLabels[kind]}
          </option>
        ))}
      </FormSelect>
      <FormSelect name="studentId" label="Студент из списка" defaultValue="">
        <option value="">его нет в списке</option>
        {students.map(({ studentId, name }) => (
          <option key={studentId} value={studentId}>
            {name}
          </option>
        ))}
      </FormSelect>
      <FormField name="text" label="Что известно" maxLength={500} required hint="Кто, с какого дня, откуда узнали." />
    </ActDialog>
  );
}

/** The study office says what came of it. */
export function SettleDialog({ id, about }: { id: number; about: string }) {
  return (
    <ActDialog
      label="Ответить…"
      confirm="Записать ответ"
      title={about}
      small
      act={(form, key) => settleMismatchAction({ id, reply: formText(form, 'reply') }, key)}
    >
      <FormField name="reply" label="Что сделано" maxLength={500} required hint="Ответ увидит куратор группы." />
    </ActDialog>
  );
}
