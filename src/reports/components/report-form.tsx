import { Button } from '@/ui/button';
import { Field, SelectField } from '@/ui/field';
import type { ReportField } from '../define';

/** A report's parameters: a plain form, so that an address says everything. */
export function ReportForm({ reportId, fields }: { reportId: string; fields: readonly ReportField[] }) {
  return (
    <form className="report-form no-print" action={`/reports/${reportId}`}>
      {fields.map(({ name, label, day, options, empty, value }) => {
        if (day)
          return <Field key={name} id={`report-${name}`} name={name} type="date" label={label} defaultValue={value} />;
        return (
          <SelectField
            key={`${name} ${options.length}`}
            id={`report-${name}`}
            name={name}
            label={label}
            defaultValue={value}
          >
            {empty !== undefined && <option value="">{empty}</option>}
            {options.map((option) => (
              <option key={option.value} value={option.value}>
                {option.label}
              </option>
            ))}
          </SelectField>
        );
      })}
      <Button type="submit">Показать</Button>
    </form>
  );
}
