import { weekdayShort } from '@/texts/format';
import type { CuratorToday } from '../today-view';

/** Absent people by pair and day; darker is more, and the number stands in every cell. */
export function GroupHeat({ heat }: { heat: CuratorToday['heat'] }) {
  return (
    <table className="heat">
      <thead>
        <tr>
          <th scope="col">Пара</th>
          {heat.days.map((day) => (
            <th key={day} scope="col">
              {weekdayShort(day)} {Number(day.slice(8))}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {heat.rows.map(({ classPeriod, absent }) => (
          <tr key={classPeriod}>
            <th scope="row">{classPeriod}</th>
            {heat.days.map((day, index) => heatCell(day, absent[index] ?? null))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function heatCell(day: string, absent: number | null) {
  if (absent === null) {
    return (
      <td key={day}>
        <span aria-hidden="true">·</span>
        <span className="sr-only">пары нет</span>
      </td>
    );
  }
  return (
    <td key={day} className={`heat-${stepOf(absent)}`}>
      {absent}
    </td>
  );
}

/** Five steps: nobody or one, two, three, four or five, more. */
function stepOf(absent: number): number {
  if (absent <= 1) return 0;
  return absent >= 6 ? 4 : Math.min(absent - 1, 3);
}
