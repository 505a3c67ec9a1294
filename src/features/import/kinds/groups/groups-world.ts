import { fullName } from '@/domain/people/name';
import type { Db } from '@/server/db';
import type { Setting } from '../../kind';
import { indexOf, nameKeyOf } from '../known-people';
import type { FullName } from '../person-columns';
import { textKey } from '../text-key';
import type { GroupColumns } from './columns';

export type KnownGroup = {
  id: number;
  version: number;
  name: string;
  department: { id: number; name: string };
  curriculum: { id: number; entryYear: number; program: { code: string } };
  /** Of today, or who will be. */
  curator: (FullName & { startsOn: string }) | null;
  journals: number;
};
type Staff = FullName & { id: number; hiredOn: string };

/** What the college knows that rows about groups are judged by. */
export type GroupsWorld = {
  groups: ReadonlyMap<string, KnownGroup>;
  departments: ReadonlyMap<string, { id: number; name: string }>;
  plans: ReadonlyMap<string, { id: number; entryYear: number }>;
  staff: ReadonlyMap<string, Staff[]>;
};

export const planKey = (program: string, entryYear: number): string => `${program} ${entryYear}`;
const dayOf = (date: Date): string => date.toISOString().slice(0, 10);

export async function readGroupsWorld({ tx, today }: Setting): Promise<GroupsWorld> {
  const groups = await readKnown(tx, today);
  const departments = await tx.department.findMany({ select: { id: true, name: true } });
  const plans = await tx.curriculum.findMany({
    select: { id: true, entryYear: true, program: { select: { code: true } } },
  });
  const staff = await tx.$queryRaw<Staff[]>`
    SELECT p.id, p.last_name AS "lastName", p.first_name AS "firstName", p.middle_name AS "middleName", f.hired_on::text AS "hiredOn"
    FROM staff_member f JOIN person p ON p.id = f.id WHERE f.left_on IS NULL OR f.left_on >= ${today}::date ORDER BY p.id`;
  return {
    groups: new Map(groups.map((group) => [textKey(group.name), group])),
    departments: new Map(departments.map((one) => [textKey(one.name), one])),
    plans: new Map(plans.map((plan) => [planKey(plan.program.code, plan.entryYear), plan])),
    staff: indexOf(staff, nameKeyOf),
  };
}

async function readKnown(tx: Db, today: string): Promise<KnownGroup[]> {
  const rows = await tx.studentGroup.findMany({
    orderBy: { name: 'asc' },
    select: {
      ...{ id: true, version: true, name: true },
      department: { select: { id: true, name: true } },
      curriculum: { select: { id: true, entryYear: true, program: { select: { code: true } } } },
      curatorships: {
        where: { OR: [{ endsOn: null }, { endsOn: { gte: new Date(today) } }] },
        orderBy: { startsOn: 'desc' },
        take: 1,
        select: {
          startsOn: true,
          staff: { select: { person: { select: { lastName: true, firstName: true, middleName: true } } } },
        },
      },
      _count: { select: { sections: true } },
    },
  });
  return rows.map(({ curatorships: [last], _count, ...group }) => ({
    ...group,
    curator: last ? { ...last.staff.person, startsOn: dayOf(last.startsOn) } : null,
    journals: _count.sections,
  }));
}

/** All groups as rows of the same columns. */
export async function readGroupRows({
  tx,
  today,
}: Setting): Promise<{ readonly [K in keyof GroupColumns]?: string }[]> {
  return (await readKnown(tx, today)).map(({ name, department, curriculum, curator }) => ({
    ...{ name, department: department.name, program: curriculum.program.code },
    entryYear: String(curriculum.entryYear),
    curator: curator ? fullName(curator) : '',
    curatorFrom: curator?.startsOn ?? '',
  }));
}
