import { Button } from '@/ui/button';
import { Field, SelectField } from '@/ui/field';
import type { LedgerForm } from '../ledger/load-ledger-form';

export type LedgerQuery = Record<string, string>;

/** Parameters of the ledger: a plain form, so that an address says everything. */
export function LedgerFormFields({ form, query }: { form: LedgerForm; query: LedgerQuery }) {
  return (
    <form className="report-form no-print" action="/reports/period-ledger">
      <SelectField id="ledger-group" name="group" label="Группа" defaultValue={query.group ?? ''} required>
        <option value="">выберите группу</option>
        {form.groups.map((group) => (
          <option key={group.id} value={group.id}>
            {group.label}
          </option>
        ))}
      </SelectField>
      <SelectField id="ledger-period" name="period" label="Период" defaultValue={form.chosen?.period ?? ''}>
        {form.periods.length === 0 && <option value="">текущий</option>}
        {form.periods.map((period) => (
          <option key={period.id} value={period.id}>
            {period.label}
          </option>
        ))}
      </SelectField>
      <SelectField id="ledger-course" name="course" label="Дисциплина" defaultValue={query.course ?? ''}>
        <option value="">все, по алфавиту</option>
        {form.courses.map((course) => (
          <option key={course.id} value={course.id}>
            {course.label}
          </option>
        ))}
      </SelectField>
      <Field id="ledger-from" name="from" type="date" label="С даты" defaultValue={query.from ?? ''} />
      <Field id="ledger-to" name="to" type="date" label="По дату" defaultValue={query.to ?? ''} />
      <Field
        id="ledger-lessons"
        name="lessonsPerPage"
        type="number"
        min={4}
        max={30}
        label="Занятий на странице"
        defaultValue={query.lessonsPerPage ?? ''}
        placeholder="16"
      />
      <Button type="submit">Показать</Button>
    </form>
  );
}
