import { roleLabels } from '@/texts/labels';
import { FormField, FormSelect } from '@/ui/form-field';
import { formNumberOrNull, formText, formTextOrNull } from '@/ui/form-values';
import type { Choice, StaffPerson } from '../structure-view';

/** Roles that the study office gives; the administrator's is given with the account. */
const roles = [
  ...(['teacher', 'curator', 'methodist', 'timetableDispatcher', 'secretary', 'studyOffice'] as const),
  ...(['departmentHead', 'deputyDirector', 'director', 'observer'] as const),
];

/** Who somebody is. */
export function NameFields({ person, today }: { person?: StaffPerson; today: string }) {
  return (
    <>
      <FormField name="lastName" label="Фамилия" defaultValue={person?.lastName} maxLength={80} required />
      <div className="act-line">
        <FormField name="firstName" label="Имя" defaultValue={person?.firstName} maxLength={80} required />
        <FormField name="middleName" label="Отчество" defaultValue={person?.middleName ?? ''} maxLength={80} />
      </div>
      <div className="act-line">
        <FormSelect name="sex" label="Пол" defaultValue={person?.sex ?? ''} required>
          <option value="">выберите</option>
          <option value="female">женский</option>
          <option value="male">мужской</option>
        </FormSelect>
        <FormField
          name="birthDate"
          label="Дата рождения"
          type="date"
          max={today}
          defaultValue={person?.birthDate ?? ''}
        />
      </div>
    </>
  );
}

export const nameOf = (form: FormData) => ({
  lastName: formText(form, 'lastName'),
  firstName: formText(form, 'firstName'),
  middleName: formTextOrNull(form, 'middleName'),
  sex: formText(form, 'sex') === 'male' ? ('male' as const) : ('female' as const),
  birthDate: formTextOrNull(form, 'birthDate'),
});

type PositionProps = { departments: readonly Choice[]; day: { name: string; label: string; value: string } };

/** A position by order, the functions that it gives, and since when. */
export function PositionFields({ departments, day }: PositionProps) {
  return (
    <>
      <FormField name="title" label="Должность по приказу" maxLength={160} required />
      <div className="act-line">
        <FormSelect name="role" label="Функции" defaultValue="teacher" hint="что открыто в журнале">
          {roles.map((role) => (
            <option key={role} value={role}>
              {roleLabels[role]}
            </option>
          ))}
        </FormSelect>
        <FormField name={day.name} label={day.label} type="date" defaultValue={day.value} required />
      </div>
      <FormSelect name="departmentId" label="Отделение" defaultValue="">
        <option value="">не относится к отделению</option>
        {departments.map(({ id, label }) => (
          <option key={id} value={id}>
            {label}
          </option>
        ))}
      </FormSelect>
    </>
  );
}

export const positionOf = (form: FormData) => ({
  role: roles.find((role) => role === formText(form, 'role')) ?? ('teacher' as const),
  title: formText(form, 'title'),
  departmentId: formNumberOrNull(form, 'departmentId'),
});
