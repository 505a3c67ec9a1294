import { academicYearOf } from '@/domain/calendar/academic-year';
import type { LocalDate } from '@/domain/types';
import { db } from '@/server/db';

/** The first day of the academic year around a date; the usual one where none is entered. */
export async function yearStart(date: LocalDate): Promise<LocalDate> {
  const year = await db().academicYear.findFirst({
    where: { startsOn: { lte: new Date(date) } },
    orderBy: { startsOn: 'desc' },
    select: { startsOn: true },
  });
  return year?.startsOn.toISOString().slice(0, 10) ?? academicYearOf(date).start;
}
