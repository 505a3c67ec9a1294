import { z } from 'zod';
import { maySeeScheme } from '@/access/scheme-policy';
import { createdStep } from '@/features/institution/created-step';
import { idField } from '@/features/institution/inputs';
import { defineCommand, type RunArgs } from '@/server/command';
import type { Db } from '@/server/db';
import { Refusal } from '@/server/errors';
import { journalsOfScheme } from './journals-of-scheme';
import { ownSections } from './own-sections';

const input = z.strictObject({ sectionId: idField, from: idField.nullable() });
type Args = Pick<RunArgs<z.output<typeof input>>, 'tx' | 'actor'>;

/**
 * Begins the КТП of a journal and of the teacher's other journals of that course, empty or as a copy of another one.
 * Answers the draft that is there already: a copy goes only into an empty one. @throws Refusal NOT_FOUND, CONFLICT
 */
export const startScheme = defineCommand({
  name: 'schemes.start',
  permission: 'scheme.enter',
  input,
  period: 'none',
  run: async ({ tx, actor, now, input: { sectionId, from } }) => {
    const taught = await ownSections(tx, actor);
    const section = taught.includes(sectionId) ? await lockJournal(tx, sectionId) : null;
    if (!section) throw new Refusal('NOT_FOUND');
    const source = from === null ? null : await sourceOf({ tx, actor }, from, taught);
    const open = section.open ?? (await create());
    const copied = source ? await copyTopics(tx, source.id, open) : 0;
    const steps =
      section.open === null
        ? [
            createdStep('scheme', open, {
              courseId: section.courseId,
              authorId: actor.personId,
              title: section.title,
              from,
            }),
          ]
        : [
            {
              entity: 'scheme',
              field: 'copied',
              recordId: open,
              before: null,
              after: from === null ? null : String(from),
            },
          ];
    const changed = section.open === null || copied > 0;
    return { result: { id: open }, audit: changed ? { object: 'scheme', objectId: open, steps } : [] };

    async function create(): Promise<number> {
      const { courseId = 0, title = '' } = section ?? {};
      const scheme = await tx.schemeOfWork.create({
        data: { courseId, authorId: actor.personId, title, state: 'draft', savedById: actor.personId, savedAt: now },
        select: { id: true, firstId: true, courseId: true },
      });
      const journals = await journalsOfScheme(tx, actor, scheme, taught);
      if (!journals.some(({ id }) => id === sectionId)) {
        throw new Refusal('CONFLICT', { detail: 'В журнале уже взяты темы другого КТП: составьте его новую версию' });
      }
      const bare = await withoutScheme(
        tx,
        journals.map(({ id }) => id),
      );
      const chosen = new Set([sectionId, ...bare]);
      await tx.schemeSection.createMany({ data: [...chosen].map((id) => ({ schemeId: scheme.id, sectionId: id })) });
      return scheme.id;
    }
  },
});

type Journal = { courseId: number; title: string; open: number | null };

/** Two people who begin at once begin one scheme: the journal's row is held. */
async function lockJournal(tx: Db, sectionId: number): Promise<Journal | null> {
  const [row] = await tx.$queryRaw<Journal[]>`
    SELECT i.course_id AS "courseId", left(i.index || ' ' || k.name, 300) AS title,
      (SELECT w.id FROM scheme_section t JOIN scheme_of_work w ON w.id = t.scheme_id AND w.state <> 'approved'
        WHERE t.section_id = c.id LIMIT 1) AS open
    FROM course_section c JOIN curriculum_item i ON i.id = c.item_id JOIN course k ON k.id = i.course_id
    WHERE c.id = ${sectionId} FOR NO KEY UPDATE OF c`;
  return row ?? null;
}

async function sourceOf({ tx, actor }: Args, id: number, taught: readonly number[]): Promise<{ id: number }> {
  const source = await tx.schemeOfWork.findUnique({
    where: { id },
    select: { id: true, authorId: true, state: true, writtenFor: { select: { sectionId: true } } },
  });
  const facts = source && {
    authorId: source.authorId,
    approved: source.state === 'approved',
    sections: source.writtenFor.map(({ sectionId }) => sectionId),
  };
  if (!source || !facts || !maySeeScheme(actor, facts, taught)) throw new Refusal('NOT_FOUND');
  return source;
}

async function withoutScheme(tx: Db, ids: readonly number[]): Promise<number[]> {
  const rows = await tx.courseSection.findMany({
    where: { id: { in: [...ids] }, schemeId: null },
    select: { id: true },
  });
  return rows.map(({ id }) => id);
}

/** How many topics were copied. @throws Refusal CONFLICT when the draft has some of its own */
async function copyTopics(tx: Db, from: number, into: number): Promise<number> {
  if ((await tx.plannedTopic.count({ where: { schemeId: into } })) > 0) {
    throw new Refusal('CONFLICT', { detail: 'В черновике уже есть темы' });
  }
  return tx.$executeRaw`
    INSERT INTO planned_topic (scheme_id, ordinal, part, title, lesson_type, hours, homework, task_type, task_title, content, materials)
    SELECT ${into}, ordinal, part, title, lesson_type, hours, homework, task_type, task_title, content, materials
    FROM planned_topic WHERE scheme_id = ${from}`;
}
