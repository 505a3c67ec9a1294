import { type Actor, can } from '@/access/actor';
import { db } from '@/server/db';
import { ownSections } from './own-sections';

export type SectionScheme = { schemeId: number } | { schemeId: null; sectionId: number; label: string };

/** The КТП of a journal of one's own: the one being written, else the one in force, else where to begin. Null for a journal of others. */
export async function schemeOfSection(actor: Actor, sectionId: number): Promise<SectionScheme | null> {
  if (!can(actor, 'scheme.enter')) return null;
  const reader = db();
  if (!(await ownSections(reader, actor)).includes(sectionId)) return null;
  const section = await reader.courseSection.findUnique({
    where: { id: sectionId },
    select: {
      schemeId: true,
      group: { select: { name: true } },
      subgroup: { select: { name: true } },
      item: { select: { index: true, course: { select: { name: true } } } },
      schemesFor: { where: { scheme: { state: { not: 'approved' } } }, select: { schemeId: true } },
    },
  });
  if (!section) return null;
  const schemeId = section.schemesFor[0]?.schemeId ?? section.schemeId;
  if (schemeId !== null) return { schemeId };
  const label = [`${section.item.index} ${section.item.course.name}`, section.group.name, section.subgroup?.name];
  return { schemeId: null, sectionId, label: label.filter(Boolean).join(', ') };
}
