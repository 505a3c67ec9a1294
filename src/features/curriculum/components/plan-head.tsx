import type { Column } from '../client/columns';
import type { PlanDeskState } from '../client/use-plan-desk';

type Props = { columns: readonly Column[]; semester: number | null; desk: PlanDeskState; readOnly: boolean };

/** Two rows: the semesters with their weeks of lessons, then what stands in each column. */
export function PlanHead({ columns, semester, desk, readOnly }: Props) {
  const fixed = columns.filter((column) => column.semester === null);
  const semesters = [...new Set(columns.flatMap((column) => column.semester ?? []))];
  const width = columns.filter((column) => column.semester === semesters[0]).length;
  return (
    <thead>
      <tr>
        {fixed.map(({ id, head }) => (
          <th key={id} scope="col" rowSpan={2} className={`plan-${id}`}>
            {head}
          </th>
        ))}
        {semesters.map((number) => (
          <th key={number} scope="colgroup" colSpan={width} className="plan-semester">
            <span className="plan-weeks">
              {semester === null ? `${number} сем.` : `${number} семестр`}
              <input
                value={desk.weeks[number] ?? ''}
                inputMode="numeric"
                maxLength={2}
                readOnly={readOnly}
                title="Учебных недель без практики и сессии"
                aria-label={`${number} семестр, учебных недель`}
                onChange={({ target }) => desk.setWeeks(number, target.value)}
              />
              <span>нед.</span>
            </span>
          </th>
        ))}
      </tr>
      <tr>
        {columns
          .filter((column) => column.semester !== null)
          .map(({ id, head, label }) => (
            <th key={id} scope="col" title={label}>
              {head}
            </th>
          ))}
      </tr>
    </thead>
  );
}
