/** The semester of study, from 1, of a half of the academic year that begins in `startYear`; below 1 before the entry. */
export function semesterOf(entryYear: number, startYear: number, half: 1 | 2): number {
  return (startYear - entryYear) * 2 + half;
}

/** «3 курс» of semesters 5 and 6. */
export function yearOfSemester(semester: number): number {
  return Math.ceil(semester / 2);
}

type PeriodPlace = { readonly kind: string; readonly ordinal: number };

/** In which half of the year a period lies: a plan's terms are semesters, whatever periods grades are given for. */
export function halfOf({ kind, ordinal }: PeriodPlace, all: readonly PeriodPlace[]): 1 | 2 {
  if (kind === 'semester' || kind === 'halfYear') return ordinal === 1 ? 1 : 2;
  return ordinal * 2 <= all.filter((period) => period.kind === kind).length ? 1 : 2;
}

/** Hours of a half parted among its periods; the last one takes the rest. */
export function partHours(hours: number, periods: number): number[] {
  const share = Math.floor(hours / Math.max(1, periods));
  return Array.from({ length: periods }, (_, place) => (place === periods - 1 ? hours - share * (periods - 1) : share));
}
