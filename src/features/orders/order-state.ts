import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Roll } from '@/domain/contingent/roll';
import type { Voided } from '@/features/journal/void-groundless';
import { Refusal } from '@/server/errors';

/** What a preview answered, or nothing where nobody has looked. */
export const seenField = z
  .string()
  .regex(/^[0-9a-f]{32}$/)
  .nullable();

/** A mark of what a preview has shown: the students' rolls before the order and what it takes away. */
export function orderState(rolls: ReadonlyMap<number, Roll>, voided: readonly Voided[]): string {
  const sorted = [...rolls].sort(([one], [other]) => one - other);
  const taken = voided.toSorted((one, other) => one.studentId - other.studentId);
  return createHash('sha256')
    .update(JSON.stringify([sorted, taken]))
    .digest('hex')
    .slice(0, 32);
}

/** @throws Refusal CONFLICT when something has changed since the preview */
export function assertAsSeen(seen: string | null, state: string): void {
  if (seen === null || seen === state) return;
  throw new Refusal('CONFLICT', {
    detail: 'Пока вы проверяли приказ, записи его студентов изменились: проверьте снова',
  });
}
