'use client';

import { ActDialog } from '@/ui/act-dialog';
import { FormField, FormSelect } from '@/ui/form-field';
import { formNumber, formText } from '@/ui/form-values';
import { changeCuratorAction, createGroupsAction, editGroupAction } from '../actions';
import type { Choice, GroupRow, GroupsView } from '../structure-view';

type Props = { group?: GroupRow } & Pick<GroupsView, 'departments' | 'curricula'>;

/** A new group by a plan, or a correction of one. The year of entry is the plan's. */
export function GroupDialog({ group, departments, curricula }: Props) {
  return (
    <ActDialog
      label={group ? 'Изменить…' : 'Добавить группу…'}
      confirm="Записать"
      title={group ? `Группа ${group.name}` : 'Новая группа'}
      small={group !== undefined}
      act={(form, key) => {
        const curriculumId = formNumber(form, 'curriculumId');
        const values = { name: formText(form, 'name'), departmentId: formNumber(form, 'departmentId'), curriculumId };
        if (group) return editGroupAction({ id: group.id, version: group.version, ...values }, key);
        const entryYear = curricula.find(({ id }) => id === curriculumId)?.entryYear ?? 0;
        return createGroupsAction({ groups: [{ ...values, entryYear }] }, key);
      }}
    >
      <FormField name="name" label="Название" defaultValue={group?.name} maxLength={40} required />
      <Choose name="departmentId" label="Отделение" choices={departments} value={group?.departmentId} />
      <Choose name="curriculumId" label="Учебный план" choices={curricula} value={group?.curriculumId} />
    </ActDialog>
  );
}

/** Who is the curator from a day on. */
export function CuratorDialog({ group, staff, today }: { group: GroupRow; staff: readonly Choice[]; today: string }) {
  return (
    <ActDialog
      label={group.curator ? 'Сменить куратора…' : 'Назначить куратора…'}
      confirm="Назначить"
      title={`Куратор группы ${group.name}`}
      small
      act={(form, key) => {
        const [staffId, startsOn] = [formNumber(form, 'staffId'), formText(form, 'startsOn')];
        return changeCuratorAction({ groupId: group.id, staffId, startsOn }, key);
      }}
    >
      <Choose name="staffId" label="Сотрудник" choices={staff} />
      <FormField
        name="startsOn"
        label="С какого дня"
        type="date"
        defaultValue={today}
        hint="Прежний куратор остаётся по день раньше."
        required
      />
    </ActDialog>
  );
}

type ChooseProps = { name: string; label: string; choices: readonly Choice[]; value?: number | undefined };

function Choose({ name, label, choices, value }: ChooseProps) {
  return (
    <FormSelect name={name} label={label} defaultValue={value ?? ''} required>
      <option value="">выберите</option>
      {choices.map(({ id, label: words }) => (
        <option key={id} value={id}>
          {words}
        </option>
      ))}
    </FormSelect>
  );
}
