import { Segments } from '@/ui/segments';
import type { PeriodTab } from '../diary-view';

/** Periods of the open year and, at its end, of earlier ones; `path` is the page's own address. */
export function PeriodTabs({ path, periods }: { path: string; periods: readonly PeriodTab[] }) {
  if (periods.length < 2) return null;
  return (
    <div className="period-line">
      <Segments
        label="Учебный период"
        items={periods.map(({ id, name, current }) => ({ href: `${path}?period=${id}`, label: name, current }))}
      />
    </div>
  );
}
