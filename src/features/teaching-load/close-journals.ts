import { z } from 'zod';
import { idField } from '@/features/institution/inputs';
import type { AuditStep } from '@/server/audit';
import { defineCommand, type PeriodKey, type RunArgs } from '@/server/command';
import type { Db } from '@/server/db';
import { Refusal } from '@/server/errors';
import { holdSections } from './hold-sections';

const input = z.strictObject({ groupId: idField, sectionIds: z.array(idField).min(1).max(20) });

/**
 * Takes journals out that were opened by mistake, or before the group was divided: without lessons, timetable and grades.
 * @throws Refusal IN_USE with the journal and the reason
 */
export const closeJournals = defineCommand({
  name: 'teaching-load.close-journals',
  permission: 'load.enter',
  input,
  period: sectionPeriods,
  run: async ({ tx, input: { groupId, sectionIds } }) => {
    const sections = await holdSections(tx, sectionIds, groupId);
    await assertEmpty(tx, sectionIds, new Map(sections.map(({ sectionId, title }) => [sectionId, title])));
    const where = { sectionId: { in: sectionIds } };
    await tx.teachingAssignment.deleteMany({ where });
    await tx.sectionPeriod.deleteMany({ where });
    await tx.courseSection.deleteMany({ where: { id: { in: sectionIds } } });
    const steps = sections.map(({ sectionId, title }): AuditStep => {
      return { entity: 'section', field: 'removed', recordId: sectionId, before: title, after: null };
    });
    return { result: { closed: sections.length }, audit: { object: 'group', objectId: groupId, steps } };
  },
});

type Use = { id: number; lessons: boolean; timetable: boolean; grades: boolean; reopened: boolean };

async function assertEmpty(tx: Db, ids: readonly number[], titles: ReadonlyMap<number, string>): Promise<void> {
  const uses = await tx.$queryRaw<Use[]>`
    SELECT s.id, EXISTS (SELECT 1 FROM lesson WHERE section_id = s.id) AS lessons,
      EXISTS (SELECT 1 FROM timetable_entry WHERE section_id = s.id) AS timetable,
      EXISTS (SELECT 1 FROM grade WHERE section_id = s.id) AS grades,
      EXISTS (SELECT 1 FROM section_reopening WHERE section_id = s.id) AS reopened
    FROM course_section s WHERE s.id = ANY (${ids}::int[]) ORDER BY s.id`;
  for (const { id, lessons, timetable, grades, reopened } of uses) {
    const why = lessons
      ? 'в нём есть занятия'
      : grades
        ? 'в нём есть итоговые'
        : timetable
          ? 'он стоит в расписании'
          : null;
    if (why ?? reopened)
      throw new Refusal('IN_USE', { detail: `журнал ${titles.get(id)}: ${why ?? 'его открывали заново'}` });
  }
}

async function sectionPeriods({
  tx,
  input: { groupId, sectionIds },
}: RunArgs<z.output<typeof input>>): Promise<PeriodKey[]> {
  const where = { sectionId: { in: sectionIds } };
  const rows = await tx.sectionPeriod.findMany({ where, select: { sectionId: true, periodId: true } });
  return rows.map((row) => ({ ...row, groupId }));
}
