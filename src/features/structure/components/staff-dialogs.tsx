'use client';

import { roleLabels } from '@/texts/labels';
import { ActDialog } from '@/ui/act-dialog';
import { FormField, FormSelect } from '@/ui/form-field';
import { formNumberOrNull, formText, formTextOrNull } from '@/ui/form-values';
import { dismissStaffAction, hirePersonAction } from '../actions';
import type { Choice, StaffRow } from '../structure-view';

const roles = [
  ...(['teacher', 'curator', 'methodist', 'timetableDispatcher', 'secretary', 'studyOffice'] as const),
  ...(['departmentHead', 'deputyDirector', 'director', 'observer'] as const),
];

/** A new member of the staff with the first position; the administrator's is given with the account. */
export function HireDialog({ departments, today }: { departments: readonly Choice[]; today: string }) {
  return (
    <ActDialog
      label="Принять сотрудника…"
      confirm="Принять"
      title="Новый сотрудник"
      act={(form, key) =>
        hirePersonAction(
          {
            lastName: formText(form, 'lastName'),
            firstName: formText(form, 'firstName'),
            middleName: formTextOrNull(form, 'middleName'),
            sex: formText(form, 'sex') === 'male' ? 'male' : 'female',
            birthDate: formTextOrNull(form, 'birthDate'),
            hiredOn: formText(form, 'hiredOn'),
            role: roles.find((role) => role === formText(form, 'role')) ?? 'teacher',
            title: formText(form, 'title'),
            departmentId: formNumberOrNull(form, 'departmentId'),
          },
          key,
        )
      }
    >
      <FormField name="lastName" label="Фамилия" maxLength={80} required />
      <div className="act-line">
        <FormField name="firstName" label="Имя" maxLength={80} required />
        <FormField name="middleName" label="Отчество" maxLength={80} />
      </div>
      <div className="act-line">
        <FormSelect name="sex" label="Пол" defaultValue="" required>
          <option value="">выберите</option>
          <option value="female">женский</option>
          <option value="male">мужской</option>
        </FormSelect>
        <FormField name="birthDate" label="Дата рождения" type="date" max={today} />
      </div>
      <FormField name="title" label="Должность по приказу" maxLength={160} required />
      <div className="act-line">
        <FormSelect name="role" label="Функции" defaultValue="teacher" hint="что открыто в журнале">
          {roles.map((role) => (
            <option key={role} value={role}>
              {roleLabels[role]}
            </option>
          ))}
        </FormSelect>
        <FormField name="hiredOn" label="Принят с" type="date" defaultValue={today} required />
      </div>
      <FormSelect name="departmentId" label="Отделение" defaultValue="">
        <option value="">не относится к отделению</option>
        {departments.map(({ id, label }) => (
          <option key={id} value={id}>
            {label}
          </option>
        ))}
      </FormSelect>
    </ActDialog>
  );
}

/** The last day of work: positions end with it, the account closes by itself. */
export function DismissDialog({ person, today }: { person: StaffRow; today: string }) {
  return (
    <ActDialog
      label="Уволить…"
      confirm="Записать увольнение"
      title={person.name}
      look="danger"
      small
      act={(form, key) => dismissStaffAction({ staffId: person.id, leftOn: formText(form, 'leftOn') }, key)}
    >
      <p>Группа, нагрузка и занятия после этого дня должны быть уже переданы другим.</p>
      <FormField name="leftOn" label="Последний рабочий день" type="date" defaultValue={today} required />
    </ActDialog>
  );
}
