import { z } from 'zod';
import { enrollmentStatuses } from '@/domain/types';
import { fullDate } from '@/texts/format';
import { enrollmentStatusLabels } from '@/texts/labels';

const day = z.iso.date();

/** What an order did for one student; kept beside an undone order, which has no other trace. */
export const deedShape = z.object({
  left: z.object({ group: z.string(), endsOn: day }).nullable(),
  joined: z.object({ group: z.string(), startsOn: day }).nullable(),
  opened: z.object({ kind: z.enum(enrollmentStatuses), startsOn: day, endsOn: day.nullable() }).nullable(),
  ended: z.object({ kind: z.enum(enrollmentStatuses), endsOn: day }).nullable(),
});
export type Deed = z.output<typeof deedShape>;

/** «из ИСП-25-1 в ПКД-26-1 с 14.10.2026», «академический отпуск с 14.10.2026 по 14.10.2027» */
export function deedInWords({ left, joined, opened, ended }: Deed): string {
  const parts: string[] = [];
  if (left && joined) parts.push(`из ${left.group} в ${joined.group} с ${fullDate(joined.startsOn)}`);
  else if (joined) parts.push(`${joined.group} с ${fullDate(joined.startsOn)}`);
  else if (left) parts.push(`${left.group}, последний день ${fullDate(left.endsOn)}`);
  if (ended) parts.push(`${enrollmentStatusLabels[ended.kind]} по ${fullDate(ended.endsOn)}`);
  if (opened) {
    const until = opened.endsOn ? ` по ${fullDate(opened.endsOn)}` : '';
    parts.push(`${enrollmentStatusLabels[opened.kind]} с ${fullDate(opened.startsOn)}${until}`);
  }
  return parts.join('; ');
}
