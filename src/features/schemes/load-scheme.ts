import { type Actor, can, canAny } from '@/access/actor';
import { mayDecideScheme, maySeeScheme, mayWriteScheme } from '@/access/scheme-policy';
import { journalKindOf } from '@/domain/journal/journal-kind';
import { nameWithInitials } from '@/domain/people/name';
import { schemeActs, schemeDueOn, schemeOverdueDays } from '@/domain/schemes/standing';
import type { SchemeState } from '@/domain/schemes/topic-rows';
import type { LocalDate } from '@/domain/types';
import { type Db, db } from '@/server/db';
import { regulationOf } from '@/server/regulation';
import { journalKindLabels } from '@/texts/journal-kinds';
import { journalsOfScheme } from './journals-of-scheme';
import { ownSections } from './own-sections';
import { readProgress } from './read-progress';
import { readTopics } from './read-topics';
import type { SchemeView } from './scheme-view';

const name = { select: { lastName: true, firstName: true, middleName: true } } as const;

/** A КТП with all that its reader may do with it; null for one out of the actor's sight. */
export async function loadScheme(actor: Actor, schemeId: number): Promise<SchemeView | null> {
  if (!canAny(actor, ['scheme.enter', 'scheme.approve', 'journal.viewAll'])) return null;
  const reader = db();
  const [scheme, taught] = await Promise.all([readScheme(reader, schemeId), ownSections(reader, actor)]);
  if (!scheme) return null;
  const sections = [...scheme.writtenFor.map(({ sectionId }) => sectionId), ...scheme.sections.map(({ id }) => id)];
  const facts = { authorId: scheme.authorId, approved: scheme.state === 'approved', sections };
  if (!maySeeScheme(actor, facts, taught)) return null;
  const writes = mayWriteScheme(actor, facts, taught);
  const topics = await readTopics(reader, schemeId);
  const numbered = topics.map(({ id, hours }, place) => ({ id: id ?? 0, no: place + 1, hours: Number(hours) }));
  const { lessonTypes, schemes } = await regulationOf(actor);
  const [journals, progress, versions, programmeOn, terms] = await Promise.all([
    journalsOfScheme(reader, actor, scheme, writes ? taught : []),
    readProgress(reader, schemeId, numbered, actor.today),
    readVersions(reader, scheme.firstId ?? scheme.id),
    readProgrammeOn(reader, sections),
    readTerms(reader, sections),
  ]);
  // A new version of one that is in force has no term.
  const dueOn = scheme.version > 1 ? null : schemeDueOn(programmeOn, schemes.dueDays);
  const acts = schemeActs[scheme.state];
  return {
    ...{ id: scheme.id, title: scheme.title, version: scheme.version, state: scheme.state, revision: scheme.revision },
    course: scheme.course.name,
    kind: journalKindLabels[journalKindOf(scheme.course.kind, terms)],
    approvedOn: dayOf(scheme.approvedOn),
    author: nameWithInitials(scheme.author.person),
    saved: scheme.savedBy &&
      scheme.savedAt && {
        by: nameWithInitials(scheme.savedBy),
        at: scheme.savedAt.toISOString(),
      },
    topics,
    lessonTypes: lessonTypes.map(({ id, label, short }) => ({ id, label, short })),
    journals: facts.approved ? [] : journals,
    dueOn,
    overdueDays: schemeOverdueDays(scheme.state, dueOn, actor.today),
    steps: scheme.steps.map(({ state, at, by, remark }) => ({
      state,
      at: at.toISOString(),
      by: nameWithInitials(by),
      remark,
    })),
    versions,
    progress,
    may: {
      edit: writes && acts.includes('edit'),
      send: writes && acts.includes('send'),
      recall: writes && acts.includes('recall'),
      decide: mayDecideScheme(actor, facts) && acts.includes('decide'),
      revise:
        writes && acts.includes('revise') && progress.length > 0 && versions.every(({ state }) => state === 'approved'),
    },
    startFor: can(actor, 'scheme.enter') ? await startPlaces(reader, scheme.courseId, taught) : [],
    timeZone: actor.timeZone,
  };
}

const dayOf = (date: Date | null): LocalDate | null => date?.toISOString().slice(0, 10) ?? null;

function readScheme(reader: Db, id: number) {
  return reader.schemeOfWork.findUnique({
    where: { id },
    select: {
      ...{ id: true, courseId: true, authorId: true, title: true, version: true, firstId: true, state: true },
      ...{ approvedOn: true, revision: true, savedAt: true },
      course: { select: { name: true, kind: true } },
      author: { select: { person: name } },
      savedBy: name,
      writtenFor: { select: { sectionId: true } },
      sections: { select: { id: true } },
      steps: { orderBy: { id: 'asc' }, select: { state: true, at: true, remark: true, by: name } },
    },
  });
}

async function readVersions(reader: Db, line: number): Promise<SchemeView['versions']> {
  const versions = await reader.schemeOfWork.findMany({
    where: { OR: [{ id: line }, { firstId: line }] },
    orderBy: { version: 'asc' },
    select: { id: true, version: true, state: true, approvedOn: true },
  });
  return versions.map(({ approvedOn, ...version }): { state: SchemeState } & SchemeView['versions'][number] => ({
    ...version,
    approvedOn: dayOf(approvedOn),
  }));
}

/** The earliest approval of its journals' programmes. */
async function readProgrammeOn(reader: Db, sections: readonly number[]): Promise<LocalDate | null> {
  const programme = await reader.workProgramme.findFirst({
    where: { item: { sections: { some: { id: { in: [...sections] } } } } },
    orderBy: { approvedOn: 'asc' },
    select: { approvedOn: true },
  });
  return dayOf(programme?.approvedOn ?? null);
}

function readTerms(reader: Db, sections: readonly number[]) {
  return reader.curriculumTerm.findMany({
    where: { item: { sections: { some: { id: { in: [...sections] } } } } },
    select: { hours: true, practical: true, laboratory: true },
  });
}

async function startPlaces(reader: Db, courseId: number, taught: readonly number[]): Promise<SchemeView['startFor']> {
  const sections = await reader.courseSection.findMany({
    where: {
      id: { in: [...taught] },
      item: { courseId },
      schemeId: null,
      schemesFor: { none: { scheme: { topics: { some: {} } } } },
    },
    orderBy: { id: 'asc' },
    select: { id: true, group: { select: { name: true } }, subgroup: { select: { name: true } } },
  });
  return sections.map(({ id, group, subgroup }) => ({
    id,
    label: subgroup ? `${group.name}, ${subgroup.name}` : group.name,
  }));
}
