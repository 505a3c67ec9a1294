import { z } from 'zod';
import { isLocalDate } from '@/domain/calendar/local-date';

const id = z
  .string()
  .regex(/^[1-9]\d{0,9}$/)
  .transform(Number)
  .refine((value) => value <= 2_147_483_647);

/** Years in which no college keeps an electronic journal are no dates of ours. */
const date = z.string().refine((text) => isLocalDate(text) && text >= '1990-01-01' && text < '2100-01-01');

const diary = z.object({ studentId: id });
const subject = z.object({ studentId: id, courseId: id });
const week = z.object({ date: date.optional(), view: z.enum(['day', 'week']).optional() });
const period = z.object({ period: id.optional() });

type Raw = Promise<Record<string, string | string[] | undefined>>;

/** Path and query of the diary's pages; null for what no link of ours leads to, which answers as a missing page. */
export async function diaryWeekAddress(params: Raw, search: Raw) {
  return parsed(diary.extend(week.shape), params, search);
}

export async function diaryPeriodAddress(params: Raw, search: Raw) {
  return parsed(diary.extend(period.shape), params, search);
}

export async function diarySubjectAddress(params: Raw, search: Raw) {
  return parsed(subject.extend(period.shape), params, search);
}

/** The path wins over a query parameter of the same name. */
async function parsed<Schema extends z.ZodType>(
  schema: Schema,
  params: Raw,
  search: Raw,
): Promise<z.output<Schema> | null> {
  const result = schema.safeParse({ ...(await search), ...(await params) });
  return result.success ? result.data : null;
}
