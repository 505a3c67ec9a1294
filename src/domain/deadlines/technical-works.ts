/** Announced hours in which nothing is written (R-012; S2 4.1.1); `endsAt` is the first instant after them. */
export type TechnicalWorks = { startsAt: Date; endsAt: Date; note: string };

export function worksState({ startsAt, endsAt }: Omit<TechnicalWorks, 'note'>, now: Date): 'ahead' | 'on' | 'over' {
  if (now.getTime() < startsAt.getTime()) return 'ahead';
  return now.getTime() < endsAt.getTime() ? 'on' : 'over';
}
