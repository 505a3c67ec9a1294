import { z } from 'zod';
import { mostTopics, type TopicRow, topicFaults, topicLimits, withParts } from '@/domain/schemes/topic-rows';
import { idField, nameField } from '@/features/institution/inputs';
import type { AuditStep } from '@/server/audit';
import { defineCommand, type RunArgs } from '@/server/command';
import { Refusal } from '@/server/errors';
import { regulationOf } from '@/server/regulation';
import { journalsOfScheme } from './journals-of-scheme';
import { type LockedScheme, lockScheme } from './lock-scheme';
import { readTopics } from './read-topics';
import { writeTopics } from './write-topics';

const words = (most: number) =>
  z
    .string()
    .max(most)
    .transform((text) => text.trim());
const topic = z.strictObject({
  id: idField.nullable(),
  part: words(topicLimits.part),
  title: words(topicLimits.title),
  lessonType: z.string().max(40),
  hours: z.string().max(10),
  content: words(topicLimits.content),
  homework: words(topicLimits.homework),
  materials: words(topicLimits.materials),
});
const input = z.strictObject({
  schemeId: idField,
  revision: z.int().min(0).max(2_147_483_647),
  title: nameField(300),
  sections: z.array(idField).max(100),
  topics: z.array(topic).max(mostTopics),
});
type Input = z.output<typeof input>;
type Args = Pick<RunArgs<Input>, 'tx' | 'actor'>;

/** Written, or what somebody else has saved since: then nothing was, and the two are put together by the one who typed. */
export type SavedScheme =
  | { saved: true; revision: number; ids: number[] }
  | { saved: false; revision: number; by: string; at: string; title: string; sections: number[]; topics: TopicRow[] };

/**
 * The whole table of a draft at once: its lines, its name, its journals. A save over somebody else's newer one writes
 * nothing and answers theirs. @throws Refusal NOT_FOUND, INVALID naming lines, CONFLICT once it is sent
 */
export const saveScheme = defineCommand({
  name: 'schemes.save',
  permission: 'scheme.enter',
  input,
  period: 'none',
  run: async ({ tx, actor, now, input: given }) => {
    const scheme = await lockScheme({ tx, actor }, given.schemeId, 'edit');
    const stored = await readTopics(tx, scheme.id);
    if (scheme.revision !== given.revision) return { result: await theirs({ tx, actor }, scheme, stored), audit: [] };
    await assertWhole({ tx, actor }, given);
    const journals = await setJournals({ tx, actor }, scheme, given.sections);
    const { ids, steps } = await writeTopics(tx, scheme.id, stored, given.topics);
    const revision = scheme.revision + 1;
    await tx.schemeOfWork.update({
      where: { id: scheme.id },
      data: { title: given.title, revision, savedById: actor.personId, savedAt: now },
      select: { id: true },
    });
    const titles = scheme.title === given.title ? [] : [titleStep(scheme, given.title)];
    const result: SavedScheme = { saved: true, revision, ids };
    return { result, audit: { object: 'scheme', objectId: scheme.id, steps: [...titles, ...journals, ...steps] } };
  },
});

async function theirs({ tx }: Args, scheme: LockedScheme, topics: TopicRow[]): Promise<SavedScheme> {
  const last = await tx.schemeOfWork.findUniqueOrThrow({
    where: { id: scheme.id },
    select: { savedAt: true, savedBy: { select: { lastName: true, firstName: true } } },
  });
  const { savedBy, savedAt } = last;
  return {
    saved: false,
    revision: scheme.revision,
    by: savedBy ? `${savedBy.lastName} ${savedBy.firstName.slice(0, 1)}.` : '',
    at: savedAt?.toISOString() ?? '',
    title: scheme.title,
    sections: scheme.sections,
    topics,
  };
}

/** @throws Refusal INVALID naming the first lines that are not whole */
async function assertWhole({ actor, tx }: Args, { topics }: Input): Promise<void> {
  const { lessonTypes } = await regulationOf(actor, tx);
  const known = new Set(lessonTypes.map(({ id }) => id));
  const wrong = withParts(topics).flatMap((row, place) => {
    const [fault] = Object.values(topicFaults(row, known));
    return fault ? [`строка ${place + 1}: ${fault.toLowerCase()}`] : [];
  });
  if (wrong.length > 0) throw new Refusal('INVALID', { fields: wrong.slice(0, 5) });
}

/** @throws Refusal NOT_FOUND for a journal that the scheme cannot be written for */
async function setJournals({ tx, actor }: Args, scheme: LockedScheme, wanted: readonly number[]): Promise<AuditStep[]> {
  const journals = await journalsOfScheme(tx, actor, scheme, scheme.taught);
  const open = new Set(journals.map(({ id }) => id));
  const chosen = new Set(journals.filter((journal) => journal.chosen).map(({ id }) => id));
  const after = new Set(wanted);
  if (wanted.some((id) => !open.has(id))) throw new Refusal('NOT_FOUND');
  const added = [...after].filter((id) => !chosen.has(id));
  const removed = [...chosen].filter((id) => !after.has(id));
  await tx.schemeSection.deleteMany({ where: { schemeId: scheme.id, sectionId: { in: removed } } });
  await tx.schemeSection.createMany({ data: added.map((sectionId) => ({ schemeId: scheme.id, sectionId })) });
  const step = (id: number, on: boolean): AuditStep => ({
    ...{ entity: 'scheme', field: 'section', recordId: scheme.id },
    ...{ before: on ? null : String(id), after: on ? String(id) : null },
  });
  return [...added.map((id) => step(id, true)), ...removed.map((id) => step(id, false))];
}

const titleStep = ({ id, title }: LockedScheme, after: string): AuditStep => ({
  ...{ entity: 'scheme', field: 'title', recordId: id },
  ...{ before: title, after },
});
