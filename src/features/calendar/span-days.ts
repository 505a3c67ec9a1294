import { z } from 'zod';
import { dateField, toDay } from '@/features/institution/inputs';
import type { Db } from '@/server/db';
import { Refusal, sqlState } from '@/server/errors';

/** What a span of the graph says, whosever it is. */
export const spanFields = {
  kind: z.enum(['vacation', 'session', 'practice', 'finalAttestation']),
  name: z.string().trim().max(120).default(''),
  startsOn: dateField,
  endsOn: dateField,
};

/** The days are in order and of the year. @throws Refusal NOT_FOUND, INVALID */
export async function assertSpanDays(
  tx: Db,
  yearId: number,
  days: { startsOn: string; endsOn: string },
): Promise<void> {
  const { startsOn, endsOn } = days;
  if (endsOn < startsOn) throw new Refusal('INVALID', { fields: ['endsOn'], detail: 'последний день раньше первого' });
  const year = await tx.academicYear.findUnique({ where: { id: yearId } });
  if (!year) throw new Refusal('NOT_FOUND');
  if (toDay(startsOn) < year.startsOn || toDay(endsOn) > year.endsOn) {
    throw new Refusal('INVALID', { fields: ['startsOn', 'endsOn'], detail: 'дни лежат вне учебного года' });
  }
}

/** What the database says to spans that meet, in words. */
export function refusalOfSpan(error: unknown): never {
  if (sqlState(error) !== '23P01') throw error;
  throw new Refusal('DUPLICATE', {
    fields: ['startsOn', 'endsOn'],
    detail: 'у одной из групп эти дни уже заняты в графике',
  });
}
