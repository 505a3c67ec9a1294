import { type Actor, can } from '@/access/actor';
import { groupsVisibleTo } from '@/access/scope';
import { compareNames, distinctNames, type NamedPerson } from '@/domain/people/name';
import type { LocalDate } from '@/domain/types';
import { db } from '@/server/db';
import { fullDateTime } from '@/texts/format';
import type { DivisionView, SubgroupsView } from './subgroups-view';

type Member = { studentId: number; division: string; name: string };
type DivisionRow = { division: string; subgroups: string[]; teachers: string[] };
type ReviewRow = { division: string; at: Date; by: string | null };

/**
 * How a group is divided on a day: who is in which subgroup, who in none, who teaches them; by default today, or the day on which
 * a group that has nobody yet begins. Null for a group out of sight.
 */
export async function loadSubgroups(actor: Actor, groupId: number, day?: LocalDate): Promise<SubgroupsView | null> {
  const visible = can(actor, 'load.enter') ? {} : groupsVisibleTo(actor);
  const where = { AND: [{ id: groupId }, visible] };
  const group = await db().studentGroup.findFirst({ where, select: { id: true, name: true } });
  if (!group) return null;
  const on = day ?? (await firstDay(groupId, actor.today));
  const [people, members, divisions, period] = await Promise.all([
    readRoll(groupId, on),
    readMembers(groupId, on),
    readDivisionRows(groupId, on),
    readPeriod(groupId, on),
  ]);
  const reviews = period ? await readReviews(groupId, period.id) : [];
  const names = distinctNames(people);
  const students = people.sort(compareNames).map(({ id }) => ({ studentId: id, name: names.get(id) ?? '' }));
  return {
    ...{ group, on, students, today: actor.today, period: period?.name ?? null },
    mayEnter: can(actor, 'load.enter'),
    divisions: divisions.map(({ division, subgroups, teachers }): DivisionView => {
      const own = new Map(members.filter((row) => row.division === division).map((row) => [row.studentId, row.name]));
      const review = reviews.find((row) => row.division === division);
      return {
        ...{ division, subgroups, teachers },
        students: students.map((student) => ({ ...student, was: own.get(student.studentId) ?? null })),
        reviewed: review ? [fullDateTime(review.at, actor.timeZone), review.by].filter(Boolean).join(', ') : null,
      };
    }),
  };
}

async function firstDay(groupId: number, today: LocalDate): Promise<LocalDate> {
  const [row] = await db().$queryRaw<{ day: LocalDate | null }[]>`
    SELECT min(greatest(starts_on, ${today}::date))::text AS day FROM enrollment
    WHERE group_id = ${groupId} AND (ends_on IS NULL OR ends_on >= ${today}::date)`;
  return row?.day ?? today;
}

function readRoll(groupId: number, on: LocalDate): Promise<NamedPerson[]> {
  return db().$queryRaw<NamedPerson[]>`
    SELECT p.id, p.last_name AS "lastName", p.first_name AS "firstName", p.middle_name AS "middleName", p.birth_date::text AS "birthDate"
    FROM enrollment e JOIN person p ON p.id = e.student_id
    WHERE e.group_id = ${groupId} AND e.starts_on <= ${on}::date AND (e.ends_on IS NULL OR e.ends_on >= ${on}::date)`;
}

function readMembers(groupId: number, on: LocalDate): Promise<Member[]> {
  return db().$queryRaw<Member[]>`
    SELECT m.student_id AS "studentId", s.division, s.name FROM subgroup s JOIN subgroup_membership m ON m.subgroup_id = s.id
    WHERE s.group_id = ${groupId} AND m.starts_on <= ${on}::date AND (m.ends_on IS NULL OR m.ends_on >= ${on}::date)`;
}

/** With who teaches the subgroups on the day: those who look a division through together with the curator. */
function readDivisionRows(groupId: number, on: LocalDate): Promise<DivisionRow[]> {
  return db().$queryRaw<DivisionRow[]>`
    SELECT s.division, array_agg(DISTINCT s.name ORDER BY s.name) AS subgroups,
      ARRAY(SELECT DISTINCT k.name || ': ' || t.name || ', ' || p.last_name || ' ' || left(p.first_name, 1) || '.'
        FROM subgroup t JOIN course_section c ON c.subgroup_id = t.id JOIN curriculum_item i ON i.id = c.item_id JOIN course k ON k.id = i.course_id
          JOIN academic_year y ON y.id = c.year_id AND ${on}::date BETWEEN y.starts_on AND y.ends_on
          JOIN teaching_assignment a ON a.section_id = c.id AND a.starts_on <= ${on}::date AND (a.ends_on IS NULL OR a.ends_on >= ${on}::date)
          JOIN person p ON p.id = a.teacher_id
        WHERE t.group_id = ${groupId} AND t.division = s.division ORDER BY 1) AS teachers
    FROM subgroup s WHERE s.group_id = ${groupId} GROUP BY s.division ORDER BY s.division`;
}

async function readPeriod(groupId: number, on: LocalDate): Promise<{ id: number; name: string } | null> {
  const day = new Date(on);
  return db().academicPeriod.findFirst({
    where: { kind: { not: 'year' }, startsOn: { lte: day }, endsOn: { gte: day }, groupPeriods: { some: { groupId } } },
    select: { id: true, name: true },
  });
}

function readReviews(groupId: number, periodId: number): Promise<ReviewRow[]> {
  return db().$queryRaw<ReviewRow[]>`
    SELECT r.division, r.reviewed_at AS at, p.last_name || ' ' || p.first_name AS by
    FROM division_review r LEFT JOIN person p ON p.id = r.reviewed_by_id WHERE r.group_id = ${groupId} AND r.period_id = ${periodId}`;
}
