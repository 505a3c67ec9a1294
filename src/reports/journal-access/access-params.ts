import { z } from 'zod';
import type { Actor } from '@/access/actor';
import { addDays } from '@/domain/calendar/local-date';
import { compareTitles, nameWithInitials } from '@/domain/people/name';
import { db } from '@/server/db';
import type { ReportField, ReportQuery } from '../define';
import { groupField } from '../group-field';

const id = z
  .string()
  .regex(/^[1-9]\d{0,8}$/)
  .transform(Number);

/** Days of the entries, the last week by default; `period`: entries of any day into lessons of that period. */
export const accessParams = z
  .strictObject({
    group: id,
    section: id.optional(),
    teacher: id.optional(),
    period: id.optional(),
    from: z.iso.date().optional(),
    to: z.iso.date().optional(),
  })
  .refine(({ from, to }) => !from || !to || from <= to, { path: ['to'] });

export type AccessParams = z.output<typeof accessParams>;

/** The first day asked for, where neither days nor a period are named. */
export const lastWeek = (today: string): string => addDays(today, -6);

/** The group, one of its journals, who wrote, and the days. */
export async function accessFields(actor: Actor, query: ReportQuery): Promise<readonly ReportField[]> {
  const { field, groupId } = await groupField(actor, query);
  const { sections, teachers } =
    groupId === undefined ? { sections: [], teachers: [] } : await journalsOf(groupId, actor);
  const from = query.from ?? (query.period ? '' : lastWeek(actor.today));
  return [
    field,
    { name: 'section', label: 'Журнал', options: sections, empty: 'все', value: query.section ?? '' },
    { name: 'teacher', label: 'Сотрудник', options: teachers, empty: 'все', value: query.teacher ?? '' },
    { name: 'from', label: 'С', day: true, options: [], value: from },
    { name: 'to', label: 'По', day: true, options: [], value: query.to ?? '' },
  ];
}

async function journalsOf(groupId: number, { today }: Actor) {
  const name = { lastName: true, firstName: true, middleName: true } as const;
  const person = { select: { id: true, ...name } } as const;
  const rows = await db().courseSection.findMany({
    where: { groupId, year: { startsOn: { lte: new Date(today) }, endsOn: { gte: new Date(today) } } },
    select: {
      id: true,
      item: { select: { index: true, course: { select: { name: true } } } },
      subgroup: { select: { name: true } },
      teachers: { select: { teacher: { select: { person } } } },
    },
  });
  const curators = await db().curatorship.findMany({ where: { groupId }, select: { staff: { select: { person } } } });
  const sections = rows
    .map(({ id: section, item, subgroup }) => ({
      value: String(section),
      label: `${item.index} ${item.course.name}${subgroup ? `, ${subgroup.name}` : ''}`,
    }))
    .sort((one, other) => compareTitles(one.label, other.label));
  const people = [
    ...rows.flatMap(({ teachers }) => teachers.map(({ teacher }) => teacher.person)),
    ...curators.map(({ staff }) => staff.person),
  ];
  const teachers = [...new Map(people.map((one) => [one.id, one])).values()]
    .map((one) => ({ value: String(one.id), label: nameWithInitials(one) }))
    .sort((one, other) => compareTitles(one.label, other.label));
  return { sections, teachers };
}
