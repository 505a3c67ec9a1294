import { z } from 'zod';
import type { LocalDate } from '@/domain/types';
import { dateField, toDay } from '@/features/institution/inputs';
import type { Db } from '@/server/db';
import { Refusal } from '@/server/errors';

type Mark = { kind: string; followsWeekday: number | null; name: string };

/** The marks that stood on the page over the days in question; null: they were not looked at. */
export const seenDays = z
  .array(
    z.strictObject({
      from: dateField,
      to: dateField,
      kind: z.enum(['holiday', 'workday', 'shortened']),
      followsWeekday: z.int().min(1).max(7).nullable(),
      name: z.string().max(120),
    }),
  )
  .max(200)
  .nullable()
  .default(null);

/** «holiday День колледжа», «workday 3 За среду»: a day as the audit writes it. */
export const markInWords = ({ kind, followsWeekday, name }: Mark): string =>
  [kind, followsWeekday, name].filter((part) => part !== null && part !== '').join(' ');

/** What special days there are among these. */
export async function marksOf(tx: Db, dates: readonly LocalDate[]): Promise<ReadonlyMap<LocalDate, string>> {
  const rows = await tx.calendarException.findMany({ where: { date: { in: dates.map(toDay) } } });
  return new Map(rows.map(({ date, ...mark }) => [date.toISOString().slice(0, 10), markInWords(mark)]));
}

/** Two editors do not overwrite each other's days. @throws Refusal CONFLICT */
export function assertDaysAsSeen(
  marks: ReadonlyMap<LocalDate, string>,
  seen: z.output<typeof seenDays>,
  dates: readonly LocalDate[],
): void {
  if (seen === null) return;
  const asSeen = (date: LocalDate): boolean => {
    const shown = seen.find(({ from, to }) => from <= date && date <= to);
    return marks.get(date) === (shown && markInWords(shown));
  };
  if (!dates.every(asSeen)) {
    throw new Refusal('CONFLICT', {
      detail: 'календарь этих дней только что изменил другой человек: обновите страницу',
    });
  }
}
