import type { RightsView } from '../load-rights';
import './rights.css';
import { RightsTable } from './rights-table';

/** Who may do what: role × function, changed by ticking (R-003, C-12). */
export function RightsPage({ rights }: { rights: RightsView }) {
  return (
    <div className="single-wide">
      <div className="day-head">
        <h1>Права</h1>
        <span className="text-text2">функции по должностям; действуют со следующего щелчка каждого</span>
      </div>
      <RightsTable rights={rights} />
    </div>
  );
}
