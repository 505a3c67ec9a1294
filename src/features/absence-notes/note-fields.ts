import { z } from 'zod';
import { absenceKinds } from '@/domain/attendance/absence-note';
import { addDays, daysBetween } from '@/domain/calendar/local-date';
import type { LocalDate } from '@/domain/types';
import { dateField, idField } from '@/features/institution/inputs';
import { Refusal } from '@/server/errors';

/** One line of a person's own words: no control characters. */
export const lineField = (most: number) =>
  z
    .string()
    .trim()
    .max(most)
    .refine((value) => value.isWellFormed() && !/\p{Cc}/u.test(value), 'недопустимые знаки');

const pair = z.int().min(1).max(12).nullable();
export const spanFields = {
  studentId: idField,
  startsOn: dateField,
  endsOn: dateField,
  firstPeriod: pair,
  lastPeriod: pair,
};
export const kindField = z.enum(absenceKinds);
export const reasonField = z.string().regex(/^[a-zA-Z]{1,20}$/);

type Span = { startsOn: LocalDate; endsOn: LocalDate; firstPeriod: number | null; lastPeriod: number | null };

const longestDays = 60;
const farthestDays = 60;

/** Days in their order, not endless, pairs of one day only. @throws Refusal INVALID with a sentence */
export function checkSpan({ startsOn, endsOn, firstPeriod, lastPeriod }: Span, today: LocalDate): void {
  const wrong = (field: string, detail: string) => new Refusal('INVALID', { fields: [field], detail });
  if (endsOn < startsOn) throw wrong('последний день', 'Последний день раньше первого');
  if (daysBetween(startsOn, endsOn) > longestDays) throw wrong('последний день', 'Не больше 60 дней за один раз');
  if (startsOn > addDays(today, farthestDays)) throw wrong('первый день', 'Не дальше чем на 60 дней вперёд');
  if ((firstPeriod === null) !== (lastPeriod === null)) throw wrong('пары', 'Укажите обе пары или ни одной');
  if (firstPeriod === null || lastPeriod === null) return;
  if (startsOn !== endsOn) throw wrong('пары', 'Пары указывают только для одного дня');
  if (lastPeriod < firstPeriod) throw wrong('пары', 'Последняя пара раньше первой');
}
