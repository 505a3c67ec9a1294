import type { Actor } from '@/access/actor';
import { compareTitles, fullName } from '@/domain/people/name';
import { db } from '@/server/db';
import type { Choice } from './structure-view';

/** Staff who work on the actor's today, by name, for choices. The caller has asked for the right. */
export async function staffChoices({ today }: Actor): Promise<Choice[]> {
  const day = new Date(today);
  const staff = await db().staffMember.findMany({
    where: { OR: [{ leftOn: null }, { leftOn: { gte: day } }] },
    select: { id: true, person: { select: { lastName: true, firstName: true, middleName: true } } },
  });
  return staff
    .map(({ id, person }) => ({ id, label: fullName(person) }))
    .sort((one, other) => compareTitles(one.label, other.label));
}

/** Departments by name, for choices. */
export async function departmentChoices(): Promise<Choice[]> {
  const rows = await db().department.findMany({ select: { id: true, name: true } });
  return rows.map(({ id, name }) => ({ id, label: name })).sort((one, other) => compareTitles(one.label, other.label));
}
