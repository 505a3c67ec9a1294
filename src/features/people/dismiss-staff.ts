import { z } from 'zod';
import { dateField, idField, toDay } from '@/features/institution/inputs';
import { defineCommand } from '@/server/command';
import type { Db } from '@/server/db';
import { Refusal } from '@/server/errors';

const dayOf = (date: Date | null): string | null => date?.toISOString().slice(0, 10) ?? null;

/**
 * Ends an employment with a day and all positions with it; the load and the group are handed over first, so that no
 * journal stays without somebody who keeps it. @throws Refusal NOT_FOUND, CONFLICT, INVALID
 */
export const dismissStaff = defineCommand({
  name: 'people.dismiss',
  permission: 'people.enter',
  input: z.strictObject({ staffId: idField, leftOn: dateField }),
  period: 'none',
  run: async ({ tx, actor, input: { staffId, leftOn } }) => {
    const staff = await tx.staffMember.findUnique({ where: { id: staffId }, select: { hiredOn: true, leftOn: true } });
    if (!staff) throw new Refusal('NOT_FOUND');
    if (staffId === actor.personId) throw new Refusal('INVALID', { detail: 'своё увольнение вносит другой сотрудник' });
    if (staff.leftOn !== null) throw new Refusal('CONFLICT', { detail: 'увольнение уже внесено' });
    const last = toDay(leftOn);
    if (last < staff.hiredOn) throw new Refusal('INVALID', { fields: ['leftOn'], detail: 'сотрудник принят позже' });
    await assertHandedOver(tx, staffId, leftOn);
    const open = { staffId, OR: [{ endsOn: null }, { endsOn: { gt: last } }], startsOn: { lte: last } };
    const positions = await tx.staffPosition.findMany({ where: open, select: { id: true, endsOn: true } });
    await tx.staffPosition.updateMany({ where: open, data: { endsOn: last } });
    await tx.staffMember.update({ where: { id: staffId }, data: { leftOn: last }, select: { id: true } });
    const steps = [
      { entity: 'staffMember', field: 'left_on', recordId: staffId, before: null, after: leftOn },
      ...positions.map(({ id, endsOn }) => {
        return { entity: 'staffPosition', field: 'ends_on', recordId: id, before: dayOf(endsOn), after: leftOn };
      }),
    ];
    return { result: null, audit: { object: 'staffMember', objectId: staffId, steps } };
  },
});

async function assertHandedOver(tx: Db, staffId: number, leftOn: string): Promise<void> {
  const [held] = await tx.$queryRaw<{ groups: string | null; journals: number; lessons: number }[]>`
    SELECT (SELECT string_agg(g.name, ', ' ORDER BY g.name) FROM curatorship c JOIN student_group g ON g.id = c.group_id
        WHERE c.staff_id = ${staffId} AND (c.ends_on IS NULL OR c.ends_on > ${leftOn}::date)) AS groups,
      (SELECT count(*)::int FROM teaching_assignment t JOIN course_section s ON s.id = t.section_id JOIN academic_year y ON y.id = s.year_id
        WHERE t.teacher_id = ${staffId} AND (t.ends_on IS NULL OR t.ends_on > ${leftOn}::date) AND y.ends_on > ${leftOn}::date
          AND y.closed_at IS NULL) AS journals,
      (SELECT count(*)::int FROM lesson WHERE teacher_id = ${staffId} AND date > ${leftOn}::date AND state <> 'cancelled') AS lessons`;
  if (held?.groups) throw new Refusal('INVALID', { detail: `назначьте другого куратора: ${held.groups}` });
  if (held && held.journals + held.lessons > 0) {
    const detail = `сначала передайте нагрузку: журналов ${held.journals}, занятий после этого дня ${held.lessons}`;
    throw new Refusal('INVALID', { detail });
  }
}
