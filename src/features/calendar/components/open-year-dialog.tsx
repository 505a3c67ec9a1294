'use client';

import { academicYear, usualSemesters } from '@/domain/calendar/academic-year';
import { lawfulHolidays, productionCalendar } from '@/domain/calendar/production-calendar';
import { ActDialog } from '@/ui/act-dialog';
import { FormField } from '@/ui/form-field';
import { formNumber } from '@/ui/form-values';
import { openYearAction } from '../actions';

/** The very first year: two semesters and the state's days off, all to be corrected afterwards. */
export function OpenYearDialog({ firstYear }: { firstYear: number }) {
  return (
    <ActDialog
      label="Открыть учебный год…"
      confirm="Открыть"
      title="Первый учебный год"
      look="main"
      act={(form, key) => {
        const startYear = formNumber(form, 'startsOn');
        const { label, start, end } = academicYear(startYear);
        const days = [startYear, startYear + 1].flatMap((year) => {
          const known = productionCalendar(year);
          return known.length > 0 ? known : lawfulHolidays(year);
        });
        const periods = usualSemesters(startYear).map(({ number, ...days }) => ({
          ...{ kind: 'semester' as const, ordinal: number, name: `${'I'.repeat(number)} семестр` },
          ...{ startsOn: days.start, endsOn: days.end },
        }));
        const exceptions = days.filter(({ date }) => date >= start && date <= end);
        return openYearAction({ name: label, startsOn: start, endsOn: end, periods, exceptions: [...exceptions] }, key);
      }}
    >
      <FormField
        name="startsOn"
        label="Год начала"
        type="number"
        min={2000}
        max={2100}
        defaultValue={firstYear}
        hint="2026 – учебный год 2026/27"
        required
      />
      <p>Появятся два семестра и праздничные дни по закону: потом их можно изменить.</p>
    </ActDialog>
  );
}
