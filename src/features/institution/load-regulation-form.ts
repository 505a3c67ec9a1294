import { type Actor, can } from '@/access/actor';
import { editsOf, type RegulationEdits } from '@/domain/regulation/edit-regulation';
import { type ProfileId, profiles } from '@/domain/regulation/profiles';
import type { LocalDate } from '@/domain/types';
import { regulationOf } from '@/server/regulation';

export type RegulationBase = 'current' | ProfileId;
export type RegulationForm = {
  base: RegulationBase;
  bases: readonly { id: RegulationBase; title: string }[];
  edits: RegulationEdits;
  today: LocalDate;
};

/** What the form begins with: the version in force or a shipped profile; null without the right. */
export async function loadRegulationForm(actor: Actor, base: RegulationBase): Promise<RegulationForm | null> {
  if (!can(actor, 'regulation.edit')) return null;
  const current = await regulationOf(actor);
  const shipped = (Object.keys(profiles) as ProfileId[]).filter((id) => id !== 'demo');
  return {
    ...{ base, today: actor.today },
    bases: [
      { id: 'current', title: `действующее: ${current.title}` },
      ...shipped.map((id) => ({ id, title: profiles[id].title })),
    ],
    edits: editsOf(base === 'current' ? current : profiles[base]),
  };
}
