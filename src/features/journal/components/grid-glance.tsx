'use client';

import { rowString } from '../client/row-cells';
import { useJournalState } from './journal-context';
import { shownCell } from './shown-cell';

/** Totals at the right. */
const totals = 5;

/**
 * The body as the server draws it: № · name · what is written in the columns shown, at tab stops of their width. The cells
 * themselves, with their colours and totals, follow in the browser that will work with them: they are most of the page.
 */
export function GridGlance() {
  const rows = useJournalState((state) => state.rows);
  const shown = useJournalState((state) => state.shown);
  const { codes } = useJournalState((state) => state.regulation.attendance);
  return (
    <tbody>
      {rows.map((row, index) => {
        const texts = rowString(row.cells).split('|');
        return (
          <tr key={row.studentId}>
            <td className="no">{index + 1}</td>
            <th scope="row">{row.name}</th>
            <td colSpan={shown.length + totals} className="gl">
              {shown.map((column) => shownCell(texts[column] ?? '', '', codes).text).join('\t')}
            </td>
          </tr>
        );
      })}
    </tbody>
  );
}
