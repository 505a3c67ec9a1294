import { z } from 'zod';
import type { Actor } from '@/access/actor';
import { groupsVisibleTo } from '@/access/scope';
import { compareTitles } from '@/domain/people/name';
import { db } from '@/server/db';
import type { ReportField, ReportQuery } from '../define';
import { groupField } from '../group-field';

const id = z
  .string()
  .regex(/^[1-9]\d{0,8}$/)
  .transform(Number);

/** `period`: a period's id, or `now`, which is also meant without one; without a group all that are in sight. */
export const fulfilmentParams = z.strictObject({
  group: id.optional(),
  teacher: id.optional(),
  period: z.union([z.literal('now'), id]).optional(),
});

export type FulfilmentParams = z.output<typeof fulfilmentParams>;

/** Groups and their teachers in the actor's sight, the periods of this year and the one before. */
export async function fulfilmentFields(actor: Actor, query: ReportQuery): Promise<readonly ReportField[]> {
  const [{ field }, periods, teachers] = await Promise.all([
    groupField(actor, query),
    db().academicPeriod.findMany({
      where: { kind: { not: 'year' }, startsOn: { lte: new Date(actor.today) } },
      orderBy: [{ startsOn: 'desc' }, { id: 'asc' }],
      take: 16,
      select: { id: true, name: true, year: { select: { name: true } } },
    }),
    teachersInSight(actor),
  ]);
  return [
    { ...field, empty: 'все группы' },
    {
      ...{ name: 'period', label: 'Период', value: query.period ?? 'now' },
      options: [
        { value: 'now', label: 'текущий' },
        ...periods.map((period) => ({ value: String(period.id), label: `${period.name} ${period.year.name}` })),
      ],
    },
    { name: 'teacher', label: 'Преподаватель', empty: 'все', options: teachers, value: query.teacher ?? '' },
  ];
}

async function teachersInSight(actor: Actor): Promise<ReportField['options']> {
  const staff = await db().staffMember.findMany({
    where: { teachingAssignments: { some: { section: { group: groupsVisibleTo(actor), year: { closedAt: null } } } } },
    select: { id: true, person: { select: { lastName: true, firstName: true, middleName: true } } },
  });
  return staff
    .map(({ id: staffId, person }) => ({
      value: String(staffId),
      label: [person.lastName, person.firstName, person.middleName].filter(Boolean).join(' '),
    }))
    .sort((one, other) => compareTitles(one.label, other.label));
}
