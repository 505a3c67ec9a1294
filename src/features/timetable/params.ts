import { z } from 'zod';

const id = z
  .string()
  .regex(/^[1-9]\d{0,8}$/)
  .transform(Number)
  .optional();
const date = z.iso.date().optional();

const address = z.object({
  ...{ group: id, period: id, teacher: id, from: date, date, room: z.string().max(40).optional() },
  view: z.enum(['group', 'teacher', 'room', 'day']).optional(),
});

export type TimetableAddress = z.output<typeof address>;

/** What an address of the timetable asks for; null for what is no address of ours. An empty field of a form asks for nothing. */
export function timetableAddress(query: Record<string, string | string[] | undefined>): TimetableAddress | null {
  const filled = Object.fromEntries(Object.entries(query).filter(([, value]) => value !== ''));
  const parsed = address.safeParse(filled);
  return parsed.success ? parsed.data : null;
}
