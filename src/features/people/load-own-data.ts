import { type Actor, can } from '@/access/actor';
import { fullName } from '@/domain/people/name';
import { db } from '@/server/db';
import type { DataField } from './card-words';
import { loadOwnRequests, type RequestLine } from './load-requests';

/** What the college knows of a child and of the parent who looks, as far as the parent may change it. */
export type OwnData = {
  studentId: number;
  childName: string;
  ownName: string;
  child: Record<DataField, string>;
  self: Record<DataField, string>;
  requests: RequestLine[];
};

/** Null for whoever is not a parent of this child, or whose access an adult child has closed. */
export async function loadOwnData(actor: Actor, studentId: number): Promise<OwnData | null> {
  if (!can(actor, 'people.request') || !actor.children.includes(studentId)) return null;
  const select = { lastName: true, firstName: true, middleName: true, phone: true, email: true } as const;
  const [child, self, requests] = await Promise.all([
    db().student.findUniqueOrThrow({
      where: { id: studentId },
      select: { registeredAddress: true, livingAddress: true, person: { select } },
    }),
    db().person.findUniqueOrThrow({ where: { id: actor.personId }, select }),
    loadOwnRequests(actor, studentId),
  ]);
  return {
    ...{ studentId, requests, childName: fullName(child.person), ownName: fullName(self) },
    child: plain({ ...child.person, registeredAddress: child.registeredAddress, livingAddress: child.livingAddress }),
    self: plain({ ...self, registeredAddress: null, livingAddress: null }),
  };
}

function plain(data: Record<DataField, string | null>): Record<DataField, string> {
  return Object.fromEntries(Object.entries(data).map(([field, value]) => [field, value ?? ''])) as Record<
    DataField,
    string
  >;
}
