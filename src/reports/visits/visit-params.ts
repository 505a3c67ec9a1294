import { z } from 'zod';
import type { Actor } from '@/access/actor';
import { visitDays } from '@/features/parent-visits/params';
import { counted } from '@/texts/plural';
import type { ReportField, ReportQuery } from '../define';
import { groupField } from '../group-field';

const id = z
  .string()
  .regex(/^[1-9]\d{0,8}$/)
  .transform(Number);

/** Sign-ins of the last days (30 by default), or since the beginning of a period. */
export const visitParams = z.strictObject({
  group: id,
  days: z.enum(['7', '14', '30']).transform(Number).optional(),
  period: id.optional(),
});

export type VisitParams = z.output<typeof visitParams>;

/** Groups in the actor's sight, and how many days. */
export async function visitFields(actor: Actor, query: ReportQuery): Promise<readonly ReportField[]> {
  const days = visitDays.map((count) => ({
    value: String(count),
    label: counted(count, 'день', 'дня', 'дней'),
  }));
  const { field } = await groupField(actor, query);
  return [field, { name: 'days', label: 'За сколько дней', options: days, value: query.days ?? '30' }];
}
