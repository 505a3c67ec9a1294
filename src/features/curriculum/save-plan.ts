import { z } from 'zod';
import { idField, versionField } from '@/features/institution/inputs';
import type { AuditStep } from '@/server/audit';
import { defineCommand } from '@/server/command';
import type { Db } from '@/server/db';
import { ensureCourses } from './ensure-courses';
import { holdPlan } from './held-plan';
import { changesOf, type PlanChanges, removedStep, stepsOf } from './plan-changes';
import { lineFields, weeksField } from './plan-fields';
import { readLines, readWeeks } from './read-lines';
import { weeksText } from './term-words';
import { insertLines, insertTerms, writeWeeks } from './write-lines';

const input = z.strictObject({
  curriculumId: idField,
  version: versionField,
  weeks: weeksField,
  lines: z.array(z.strictObject({ id: idField.nullable(), ...lineFields })).max(300),
});

/**
 * A plan as it stands on the page, whole (R-024): lines in their order, new ones without an id. Answers the version that it has
 * from now on and the lines' ids in the order given.
 * @throws Refusal CONFLICT when somebody else saved it, PLAN_FROZEN, IN_USE for a line by which a journal is kept
 */
export const savePlan = defineCommand({
  name: 'curriculum.save',
  permission: 'curriculum.enter',
  input,
  period: 'none',
  run: async ({ tx, actor, now, input: { curriculumId, version, weeks, lines } }) => {
    await holdPlan(tx, { id: curriculumId, version, state: 'draft', timeZone: actor.timeZone });
    const changes = changesOf(await readLines(tx, curriculumId), lines);
    const courses = await ensureCourses(tx, lines);
    const removed = await removeLines(tx, changes);
    const kept = await changeLines(tx, changes, courses.idOf);
    const added = changes.added.map((line) => ({ ...line, courseId: courses.idOf(line.name, line.kind) }));
    const inserted = await insertLines(tx, curriculumId, added);
    const weekSteps = await changeWeeks(tx, curriculumId, weeks);
    const changedById = actor.kind === 'person' ? actor.personId : null;
    const saved = await tx.curriculum.update({
      where: { id: curriculumId },
      data: { version: { increment: 1 }, changedAt: now, changedById },
      select: { version: true },
    });
    const fresh = [...inserted.ids];
    const ids = lines.map(({ id }) => id ?? fresh.shift() ?? 0);
    const steps = [...courses.steps, ...removed, ...kept, ...inserted.steps, ...weekSteps];
    return { result: { version: saved.version, ids }, audit: { object: 'curriculum', objectId: curriculumId, steps } };
  },
});

async function removeLines(tx: Db, { removed }: PlanChanges): Promise<AuditStep[]> {
  await tx.curriculumItem.deleteMany({ where: { id: { in: removed.map(({ id }) => id) } } });
  return removed.map(removedStep);
}

/** Two steps for indexes, so that two lines may change places. */
async function changeLines(
  tx: Db,
  { kept }: PlanChanges,
  courseOf: (name: string, kind: string) => number,
): Promise<AuditStep[]> {
  const changed = kept.filter((row) => stepsOf(row).length > 0 || row.former.ordinal !== row.ordinal);
  if (changed.length === 0) return [];
  const rows = JSON.stringify(
    changed.map(({ former, given: { index, name, kind, passFail }, ordinal }) => {
      return { id: former.id, index, passFail, ordinal, courseId: courseOf(name, kind) };
    }),
  );
  const ids = changed.map(({ former }) => former.id);
  await tx.$executeRaw`UPDATE curriculum_item SET index = '~' || id WHERE id = ANY (${ids}::int[])`;
  await tx.$executeRaw`
    UPDATE curriculum_item i SET index = r.index, pass_fail = r."passFail", ordinal = r.ordinal, course_id = r."courseId"
    FROM jsonb_to_recordset(${rows}::jsonb) AS r(id int, index text, "passFail" boolean, ordinal smallint, "courseId" int) WHERE i.id = r.id`;
  await tx.curriculumTerm.deleteMany({ where: { itemId: { in: ids } } });
  await insertTerms(
    tx,
    changed.map(({ former, given }) => ({ itemId: former.id, terms: given.terms })),
  );
  return changed.flatMap(stepsOf);
}

async function changeWeeks(
  tx: Db,
  curriculumId: number,
  weeks: { semester: number; weeks: number }[],
): Promise<AuditStep[]> {
  const before = weeksText(await readWeeks(tx, curriculumId));
  const after = weeksText(weeks.filter((row) => row.weeks > 0));
  if (before === after) return [];
  await writeWeeks(tx, curriculumId, weeks);
  return [{ entity: 'curriculum', field: 'weeks', recordId: curriculumId, before, after }];
}
