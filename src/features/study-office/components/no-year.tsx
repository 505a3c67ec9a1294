import Link from 'next/link';
import { EmptyState } from '@/ui/empty-state';

/** A college that is being set up: the list begins with a year. */
export function NoYear() {
  return (
    <div className="single">
      <div className="day-head">
        <h1>Готовность к учебному году</h1>
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
