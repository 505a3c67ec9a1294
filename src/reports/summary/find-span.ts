import type { LocalDate, PeriodKind } from '@/domain/types';
import type { Db } from '@/server/db';
import type { SummaryParams } from './summary-params';

export type SpanPeriod = { id: number; name: string; kind: PeriodKind; from: LocalDate; to: LocalDate };

/** The periods of a summary: one, or all of a year with the year's own at the end where the group has it. */
export type Span = {
  year: { id: number; name: string; from: LocalDate };
  name: string;
  periods: SpanPeriod[];
  ofYear: boolean;
  from: LocalDate;
  to: LocalDate;
  regulationId: number | null;
};

const localDate = (date: Date): LocalDate => date.toISOString().slice(0, 10);

/** What the parameters mean for this group; null when it does not study by such a period. */
export async function findSpan(
  tx: Db,
  { group, period: wanted }: SummaryParams,
  today: LocalDate,
): Promise<Span | null> {
  const rows = await tx.groupPeriod.findMany({
    where: { groupId: group },
    orderBy: [{ period: { startsOn: 'asc' } }, { period: { endsOn: 'asc' } }],
    select: {
      regulationId: true,
      period: {
        select: {
          ...{ id: true, name: true, kind: true, startsOn: true, endsOn: true },
          year: { select: { id: true, name: true, startsOn: true } },
        },
      },
    },
  });
  const parts = rows.filter(({ period }) => period.kind !== 'year');
  const begun = parts.filter(({ period }) => localDate(period.startsOn) <= today);
  const chosen = wanted
    ? rows.find(({ period }) => (wanted.whole ? period.year.id : period.id) === wanted.id)
    : (begun.at(-1) ?? parts[0]);
  if (!chosen) return null;
  const { year } = chosen.period;
  const ofYear = wanted?.whole === true || chosen.period.kind === 'year';
  const own = ofYear ? rows.filter(({ period }) => period.year.id === year.id) : [chosen];
  const periods = own
    .map(({ period: { startsOn, endsOn, ...period } }) => ({
      ...{ id: period.id, name: period.name, kind: period.kind },
      ...{ from: localDate(startsOn), to: localDate(endsOn) },
    }))
    .sort(
      (one, other) => Number(one.kind === 'year') - Number(other.kind === 'year') || (one.from < other.from ? -1 : 1),
    );
  const [from, to] = [
    periods.map((each) => each.from).sort()[0] ?? '',
    periods
      .map((each) => each.to)
      .sort()
      .at(-1) ?? '',
  ];
  return {
    year: { id: year.id, name: year.name, from: localDate(year.startsOn) },
    name: ofYear ? `${year.name} учебный год` : `${chosen.period.name} ${year.name} учебного года`,
    ...{ periods, ofYear, from, to },
    regulationId: own.findLast(({ regulationId }) => regulationId !== null)?.regulationId ?? null,
  };
}
