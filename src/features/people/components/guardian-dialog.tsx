'use client';

import { fullName } from '@/domain/people/name';
import { ActDialog } from '@/ui/act-dialog';
import { FormField, FormSelect } from '@/ui/form-field';
import { formText, formTextOrNull } from '@/ui/form-values';
import { endGuardianshipAction, saveGuardianAction } from '../actions';
import type { GuardianLine } from '../card-view';

const relations = ['мать', 'отец', 'бабушка', 'дедушка', 'опекун', 'попечитель', 'иной представитель'];

type Props = { studentId: number; guardian?: GuardianLine };

/** A new parent, or a correction of one. */
export function GuardianDialog({ studentId, guardian }: Props) {
  const known = guardian && !relations.includes(guardian.relation) ? [guardian.relation, ...relations] : relations;
  return (
    <ActDialog
      label={guardian ? 'Изменить…' : 'Добавить родителя…'}
      confirm="Записать"
      title={guardian ? fullName(guardian) : 'Родитель или законный представитель'}
      small={guardian !== undefined}
      act={(form, key) => saveGuardianAction(guardianOf(form, studentId, guardian), key)}
    >
      <FormField name="lastName" label="Фамилия" defaultValue={guardian?.lastName} maxLength={80} required />
      <FormField name="firstName" label="Имя" defaultValue={guardian?.firstName} maxLength={80} required />
      <FormField name="middleName" label="Отчество" defaultValue={guardian?.middleName ?? ''} maxLength={80} />
      <FormSelect name="relation" label="Кем приходится" defaultValue={guardian?.relation ?? 'мать'}>
        {known.map((relation) => (
          <option key={relation} value={relation}>
            {relation}
          </option>
        ))}
      </FormSelect>
      <FormSelect name="sex" label="Пол" defaultValue={guardian?.sex ?? 'female'}>
        <option value="female">женский</option>
        <option value="male">мужской</option>
      </FormSelect>
      <FormField name="phone" label="Телефон" type="tel" defaultValue={guardian?.phone ?? ''} maxLength={40} />
      <FormField
        name="email"
        label="Электронная почта"
        type="email"
        defaultValue={guardian?.email ?? ''}
        maxLength={120}
      />
    </ActDialog>
  );
}

function guardianOf(form: FormData, studentId: number, guardian: GuardianLine | undefined) {
  return {
    ...{ studentId, guardianId: guardian?.guardianId ?? null, version: guardian?.version ?? 0 },
    ...{ lastName: formText(form, 'lastName'), firstName: formText(form, 'firstName') },
    middleName: formTextOrNull(form, 'middleName'),
    relation: formText(form, 'relation'),
    sex: formText(form, 'sex') === 'male' ? ('male' as const) : ('female' as const),
    ...{ phone: formTextOrNull(form, 'phone'), email: formTextOrNull(form, 'email') },
  };
}

/** Takes somebody off: the diary closes to them, what they did stays in the history. */
export function EndGuardianDialog({ studentId, guardian }: Required<Props>) {
  return (
    <ActDialog
      label="Убрать…"
      confirm="Убрать из карточки"
      title={`${fullName(guardian)} больше не представитель`}
      look="danger"
      small
      act={(_, key) => endGuardianshipAction({ studentId, guardianId: guardian.guardianId }, key)}
    >
      <p>Дневник студента закроется для этого человека. Запись о нём останется в истории.</p>
    </ActDialog>
  );
}
