const dayMs = 86_400_000;
/** 31.12.1899: Excel counts from there, and from March 1900 on a day more, because it has a 29.02.1900. */
const beginning = Date.UTC(1899, 11, 31);

/** The day `YYYY-MM-DD` of Excel's number in the calendar of 1900; null before 1 and behind the year 2199. */
export function serialDay(serial: number): string | null {
  if (!Number.isInteger(serial) || serial < 1 || serial > 109_574 || serial === 60) return null;
  return new Date(beginning + (serial > 60 ? serial - 1 : serial) * dayMs).toISOString().slice(0, 10);
}
