'use client';

import { ActDialog } from '@/ui/act-dialog';
import { FormField } from '@/ui/form-field';
import { formText, formTextOrNull } from '@/ui/form-values';
import { dismissStaffAction, hirePersonAction, reemployStaffAction, saveStaffAction } from '../actions';
import type { Choice, StaffPerson, StaffRow } from '../structure-view';
import { NameFields, nameOf, PositionFields, positionOf } from './staff-fields';

/** A new member of the staff with the first position. */
export function HireDialog({ departments, today }: { departments: readonly Choice[]; today: string }) {
  return (
    <ActDialog
      label="Принять сотрудника…"
      confirm="Принять"
      title="Новый сотрудник"
      act={(form, key) =>
        hirePersonAction({ ...nameOf(form), ...positionOf(form), hiredOn: formText(form, 'hiredOn') }, key)
      }
    >
      <NameFields today={today} />
      <PositionFields departments={departments} day={{ name: 'hiredOn', label: 'Принят с', value: today }} />
      <p className="small">
        Ещё одну должность – совместительство, кураторство – назначают потом, в строке сотрудника.
      </p>
    </ActDialog>
  );
}

/** Another name, other contacts. */
export function PersonDialog({ staff, person, today }: { staff: StaffRow; person: StaffPerson; today: string }) {
  return (
    <ActDialog
      label="Изменить…"
      confirm="Записать"
      title={staff.name}
      small
      act={(form, key) => {
        const contacts = { phone: formTextOrNull(form, 'phone'), email: formTextOrNull(form, 'email') };
        return saveStaffAction({ staffId: staff.id, version: person.version, ...nameOf(form), ...contacts }, key);
      }}
    >
      <NameFields person={person} today={today} />
      <div className="act-line">
        <FormField name="phone" label="Телефон" type="tel" defaultValue={person.phone ?? ''} maxLength={40} />
        <FormField name="email" label="Почта" type="email" defaultValue={person.email ?? ''} maxLength={120} />
      </div>
    </ActDialog>
  );
}

/** The last day of work: positions end with it, the account closes by itself. */
export function DismissDialog({ person, today }: { person: StaffRow; today: string }) {
  return (
    <ActDialog
      label="Уволить…"
      confirm="Записать увольнение"
      title={`Уволить: ${person.name}`}
      small
      act={(form, key) => dismissStaffAction({ staffId: person.id, leftOn: formText(form, 'leftOn') }, key)}
    >
      <p>Группа, нагрузка и занятия после этого дня должны быть уже переданы другим.</p>
      <FormField
        name="leftOn"
        label="Последний рабочий день"
        type="date"
        min={person.hiredOn}
        defaultValue={today}
        required
      />
    </ActDialog>
  );
}

/** The dismissal was entered by mistake: what it ended goes on. */
export function UndoDismissalDialog({ person }: { person: StaffRow }) {
  return (
    <ActDialog
      label="Отменить увольнение…"
      confirm="Отменить увольнение"
      title={person.name}
      small
      act={(_, key) => reemployStaffAction({ staffId: person.id, position: null }, key)}
    >
      <p>Должности, которые закончились с увольнением, продолжатся без перерыва, учётная запись откроется.</p>
    </ActDialog>
  );
}

/** Somebody who left comes back with a new position. */
export function RehireDialog(props: { person: StaffRow; departments: readonly Choice[]; today: string }) {
  const { person, departments, today } = props;
  return (
    <ActDialog
      label="Принять снова…"
      confirm="Принять"
      title={`Принять снова: ${person.name}`}
      small
      act={(form, key) => {
        const position = { ...positionOf(form), startsOn: formText(form, 'startsOn') };
        return reemployStaffAction({ staffId: person.id, position }, key);
      }}
    >
      <PositionFields departments={departments} day={{ name: 'startsOn', label: 'Принят с', value: today }} />
    </ActDialog>
  );
}
