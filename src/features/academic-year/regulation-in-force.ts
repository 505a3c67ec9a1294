import { toDay } from '@/features/institution/inputs';
import type { Db } from '@/server/db';
import { Refusal } from '@/server/errors';

/** Id of the regulation's version in force on a day. @throws Refusal UNAVAILABLE when there is none */
export async function activeRegulationId(tx: Db, on: string): Promise<number> {
  const version = await tx.regulationVersion.findFirst({
    where: { validFrom: { lte: toDay(on) } },
    orderBy: { validFrom: 'desc' },
    select: { id: true },
  });
  if (!version) throw new Refusal('UNAVAILABLE', { detail: 'Положение о журнале не введено' });
  return version.id;
}
