import { type Actor, can } from '@/access/actor';
import type { LocalDate } from '@/domain/types';
import { db } from '@/server/db';
import { regulationVersion } from '@/server/regulation';
import { type RegulationPart, regulationInWords } from './regulation-words';

export type RegulationView = {
  title: string;
  validFrom: LocalDate;
  parts: readonly RegulationPart[];
  /** All versions, the latest first; `active` is the one in force today. */
  versions: readonly { id: number; title: string; validFrom: LocalDate; active: boolean }[];
};

/** The regulation in force in words, with the list of its versions; null without the right to see the institution. */
export async function loadRegulation(actor: Actor): Promise<RegulationView | null> {
  if (!can(actor, 'institution.view')) return null;
  const rows = await db().regulationVersion.findMany({
    orderBy: { validFrom: 'desc' },
    take: 50,
    select: { id: true, validFrom: true },
  });
  const active = rows.find(({ validFrom }) => validFrom <= new Date(actor.today));
  if (!active) return null;
  const versions = await Promise.all(
    rows.map(async ({ id, validFrom }) => ({
      id,
      title: (await regulationVersion(id)).title,
      validFrom: validFrom.toISOString().slice(0, 10),
      active: id === active.id,
    })),
  );
  const regulation = await regulationVersion(active.id);
  return {
    title: regulation.title,
    validFrom: active.validFrom.toISOString().slice(0, 10),
    parts: regulationInWords(regulation),
    versions,
  };
}
