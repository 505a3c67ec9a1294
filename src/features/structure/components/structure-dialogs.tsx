'use client';

import { ActDialog } from '@/ui/act-dialog';
import { FormField } from '@/ui/form-field';
import { formNumber, formText } from '@/ui/form-values';
import {
  createDepartmentsAction,
  createProgrammesAction,
  editProgrammeAction,
  renameDepartmentAction,
} from '../actions';
import type { DepartmentRow, ProgrammeRow } from '../structure-view';

/** A new department, or another name for one. */
export function DepartmentDialog({ department }: { department?: DepartmentRow }) {
  return (
    <ActDialog
      label={department ? 'Изменить…' : 'Добавить отделение…'}
      confirm="Записать"
      title={department ? 'Отделение' : 'Новое отделение'}
      small={department !== undefined}
      act={(form, key) => {
        const name = formText(form, 'name');
        if (!department) return createDepartmentsAction({ names: [name] }, key);
        return renameDepartmentAction({ id: department.id, version: department.version, name }, key);
      }}
    >
      <FormField name="name" label="Название" defaultValue={department?.name} maxLength={200} required />
    </ActDialog>
  );
}

/** A new programme, or a correction of one. */
export function ProgrammeDialog({ programme }: { programme?: ProgrammeRow }) {
  return (
    <ActDialog
      label={programme ? 'Изменить…' : 'Добавить программу…'}
      confirm="Записать"
      title={programme ? 'Программа' : 'Новая программа'}
      small={programme !== undefined}
      act={(form, key) => {
        const values = {
          code: formText(form, 'code'),
          name: formText(form, 'name'),
          qualification: formText(form, 'qualification'),
          termMonths: formNumber(form, 'years') * 12 + formNumber(form, 'months'),
        };
        if (!programme) return createProgrammesAction({ programmes: [values] }, key);
        return editProgrammeAction({ id: programme.id, version: programme.version, ...values }, key);
      }}
    >
      <FormField
        name="code"
        label="Код"
        defaultValue={programme?.code}
        hint="По перечню: 09.02.07"
        pattern="\d{2}\.\d{2}\.\d{2}"
        required
      />
      <FormField name="name" label="Название" defaultValue={programme?.name} maxLength={200} required />
      <FormField
        name="qualification"
        label="Квалификация"
        defaultValue={programme?.qualification}
        maxLength={120}
        required
      />
      <div className="act-line">
        <FormField
          name="years"
          label="Срок: лет"
          type="number"
          min={0}
          max={10}
          defaultValue={programme ? Math.floor(programme.termMonths / 12) : 3}
          required
        />
        <FormField
          name="months"
          label="и месяцев"
          type="number"
          min={0}
          max={11}
          defaultValue={programme ? programme.termMonths % 12 : 10}
          required
        />
      </div>
    </ActDialog>
  );
}
