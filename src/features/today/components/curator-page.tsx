import type { ReactNode } from 'react';
import type { LocalDate } from '@/domain/types';
import { weekdayDate } from '@/texts/format';

/** The start page of a curator who teaches nothing: the day, then every own group as a block. */
export function CuratorPage({ date, children }: { date: LocalDate; children: ReactNode }) {
  const heading = weekdayDate(date);
  return (
    <div className="single">
      <div className="day-head">
        <h1>{heading.charAt(0).toUpperCase() + heading.slice(1)}</h1>
      </div>
      {children}
    </div>
  );
}
