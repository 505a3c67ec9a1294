import Link from 'next/link';
import { EmptyState } from '@/ui/empty-state';

/** A page of a year in a college that is being set up and has none yet: where one is opened. */
export function NoYear({ title }: { title: string }) {
  return (
    <div className="single">
      <div className="day-head">
        <h1>{title}</h1>
      </div>
      <EmptyState title="Учебного года ещё нет.">
        С него начинается подготовка:{' '}
        <Link href="/study/calendar" prefetch={false}>
          открыть учебный год
        </Link>
        .
      </EmptyState>
    </div>
  );
}
