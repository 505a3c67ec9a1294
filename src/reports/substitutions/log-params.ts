import { z } from 'zod';
import type { Actor } from '@/access/actor';
import { compareTitles } from '@/domain/people/name';
import type { LocalDate } from '@/domain/types';
import { db } from '@/server/db';
import type { ReportField, ReportQuery } from '../define';

const id = z
  .string()
  .regex(/^[1-9]\d{0,8}$/)
  .transform(Number);

/** Days of the lessons, this month by default; one group or all. */
export const logParams = z
  .strictObject({ group: id.optional(), from: z.iso.date().optional(), to: z.iso.date().optional() })
  .refine(({ from, to }) => !from || !to || from <= to, { path: ['to'] });

export type LogParams = z.output<typeof logParams>;

export function logDays({ today }: Pick<Actor, 'today'>, { from, to }: LogParams): { from: LocalDate; to: LocalDate } {
  const last = to ?? (from && from > today ? from : today);
  return { from: from ?? `${last.slice(0, 7)}-01`, to: last };
}

export async function logFields(actor: Actor, query: ReportQuery): Promise<readonly ReportField[]> {
  const groups = await db().studentGroup.findMany({ select: { id: true, name: true } });
  groups.sort((one, other) => compareTitles(one.name, other.name));
  const options = groups.map(({ id: group, name }) => ({ value: String(group), label: name }));
  return [
    { name: 'from', label: 'С', day: true, options: [], value: query.from ?? `${actor.today.slice(0, 7)}-01` },
    { name: 'to', label: 'По', day: true, options: [], value: query.to ?? actor.today },
    { name: 'group', label: 'Группа', options, empty: 'все', value: query.group ?? '' },
  ];
}
