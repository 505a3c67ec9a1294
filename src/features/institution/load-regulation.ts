import { type Actor, can } from '@/access/actor';
import { nameWithInitials } from '@/domain/people/name';
import type { LocalDate } from '@/domain/types';
import { db } from '@/server/db';
import { regulationVersion } from '@/server/regulation';
import { fullDateTime } from '@/texts/format';
import { type RegulationPart, regulationInWords } from './regulation-words';

export type RegulationView = {
  title: string;
  validFrom: LocalDate;
  parts: readonly RegulationPart[];
  /** All versions, the latest first; `active` is the one in force today. */
  versions: readonly VersionLine[];
  /** Whether the actor may put a new version in force. */
  mayEdit: boolean;
};

export type VersionLine = {
  id: number;
  title: string;
  validFrom: LocalDate;
  active: boolean;
  /** «22.11.2026, 10:39»; null for what an installation began with. */
  enteredAt: string;
  enteredBy: string | null;
};

/** The regulation in force in words, with the list of its versions; null without the right to see the institution. */
export async function loadRegulation(actor: Actor): Promise<RegulationView | null> {
  if (!can(actor, 'institution.view')) return null;
  const rows = await db().regulationVersion.findMany({
    orderBy: { validFrom: 'desc' },
    take: 50,
    select: { id: true, validFrom: true, createdAt: true, createdById: true },
  });
  const active = rows.find(({ validFrom }) => validFrom <= new Date(actor.today));
  if (!active) return null;
  const names = await namesOf(rows.flatMap(({ createdById }) => createdById ?? []));
  const versions = await Promise.all(
    rows.map(async ({ id, validFrom, createdAt, createdById }) => ({
      id,
      enteredAt: fullDateTime(createdAt, actor.timeZone),
      enteredBy: createdById === null ? null : (names.get(createdById) ?? null),
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
    mayEdit: can(actor, 'regulation.edit'),
  };
}

async function namesOf(ids: readonly number[]): Promise<Map<number, string>> {
  const people = await db().person.findMany({
    where: { id: { in: [...ids] } },
    select: { id: true, lastName: true, firstName: true, middleName: true },
  });
  return new Map(people.map((person) => [person.id, nameWithInitials(person)]));
}
