'use client';

import { average, percentage } from '@/texts/format';
import { columnTotals, groupSummary } from '../client/summary';
import { useJournalState } from './journal-context';

/** Отсутствовало, присутствовало, отметок under every column; sums of the group at the right. */
export function GridFoot({ looks }: { looks: string }) {
  const state = useJournalState((one) => one);
  const totals = columnTotals(state);
  const group = groupSummary(state);
  const classes = looks.split('|');
  const cells = (pick: (total: (typeof totals)[number]) => number | null) =>
    state.shown.map((column, place) => {
      const total = totals[column];
      const value = total ? pick(total) : null;
      return (
        <td key={column} className={classes[place]?.includes('ml') ? 'ml' : undefined}>
          {value}
        </td>
      );
    });
  return (
    <tfoot>
      <tr>
        <th colSpan={2} scope="row" className="ml">
          Отсутствовало
        </th>
        {cells((total) => total.absent)}
        <td className="ms">
          {group.missed} / {group.missedInvalid}
        </td>
        <td className="db">{group.debts}</td>
        <td className="av">{average(group.average?.hundredths ?? null)}</td>
        <td className="pr" />
        <td className="fi" />
      </tr>
      <tr>
        <th colSpan={2} scope="row" className="ml">
          Присутствовало
        </th>
        {cells((total) => total.present)}
        <td colSpan={5} className="sum">
          <span className="lg">успеваемость</span>
          <abbr title="успеваемость">усп.</abbr> {percentage(group.success)}
        </td>
      </tr>
      <tr className="mk">
        <th colSpan={2} scope="row" className="ml">
          Отметок
        </th>
        {cells((total) => total.marks)}
        <td colSpan={5} className="sum">
          <span className="lg">качество</span>
          <abbr title="качество">кач.</abbr> {percentage(group.quality)}
        </td>
      </tr>
    </tfoot>
  );
}
