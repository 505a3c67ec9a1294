import { ButtonAnchor } from '@/ui/button';
import { ButtonLink } from '@/ui/button-link';
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
        <span className="push rights-links">
          <ButtonAnchor href="/api/reports/access-rights/pdf">PDF</ButtonAnchor>
          <ButtonAnchor href="/api/reports/access-rights/xlsx">XLSX</ButtonAnchor>
          <ButtonLink href="/admin/audit?command=rights.change">Кто менял</ButtonLink>
        </span>
      </div>
      <p className="small rights-legend">
        <span className="rights-mark" aria-hidden="true" /> – изменено против того, с чем журнал поставляется
      </p>
      <RightsTable rights={rights} />
    </div>
  );
}
