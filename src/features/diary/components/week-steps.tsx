import Link from 'next/link';
import type { LocalDate } from '@/domain/types';
import { daySpan } from '@/texts/day-span';

/** The week as the page's title between the ways to its neighbours; null at the edge of the year. */
type WeekStepsProps = { from: LocalDate; to: LocalDate; previous: string | null; next: string | null };

export function WeekSteps({ from, to, previous, next }: WeekStepsProps) {
  return (
    <div className="week-steps">
      <Step sign="‹" words="Предыдущая неделя" href={previous} />
      <h1>{daySpan(from, to)}</h1>
      <Step sign="›" words="Следующая неделя" href={next} />
    </div>
  );
}

function Step({ sign, words, href }: { sign: string; words: string; href: string | null }) {
  if (!href) return <span className="arrow" />;
  return (
    <Link className="arrow" href={href} prefetch={false} aria-label={words}>
      {sign}
    </Link>
  );
}
