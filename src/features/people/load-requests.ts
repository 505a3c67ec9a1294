import { type Actor, can, canAny } from '@/access/actor';
import { cardsKeptBy } from '@/access/people-scope';
import { fullName, nameWithInitials } from '@/domain/people/name';
import { db } from '@/server/db';
import type { DataRequestState, Prisma } from '@/server/prisma/client';
import { fullDateTime } from '@/texts/format';
import { changedFields } from './card-fields';
import { type DataField, dataLabels } from './card-words';

export type RequestLine = {
  id: number;
  studentId: number;
  student: string;
  group: string;
  /** Whose data are to be changed when they are not the child's. */
  about: string | null;
  changes: { label: string; before: string; after: string }[];
  text: string;
  source: string;
  state: DataRequestState;
  reply: string;
  decided: string | null;
  /** Only the study office may accept it: it names a person anew. */
  renames: boolean;
  mayAccept: boolean;
};

/** Parents' requests that wait for whoever keeps these cards (R-037): the curator's own group, for the study office all. */
export async function loadWaitingRequests(actor: Actor): Promise<RequestLine[]> {
  if (!canAny(actor, ['people.enter', 'people.enterCurated'])) return [];
  return read(actor, { state: 'sent', student: cardsKeptBy(actor) });
}

/** How many of them wait. */
export async function countWaitingRequests(actor: Actor): Promise<number> {
  if (!canAny(actor, ['people.enter', 'people.enterCurated'])) return 0;
  return db().dataChangeRequest.count({ where: { state: 'sent', student: cardsKeptBy(actor) } });
}

/** What a parent has asked for a child and what came of it; the caller has opened the diary as a parent. */
export async function loadOwnRequests(actor: Actor, studentId: number): Promise<RequestLine[]> {
  return read(actor, { studentId, authorId: actor.personId });
}

const name = { lastName: true, firstName: true, middleName: true } as const;
const named = { select: name };

async function read(actor: Actor, where: Prisma.DataChangeRequestWhereInput): Promise<RequestLine[]> {
  const rows = await db().dataChangeRequest.findMany({
    where,
    orderBy: { id: 'desc' },
    take: 50,
    select: {
      ...{ id: true, studentId: true, personId: true, changes: true, text: true, createdAt: true, state: true },
      ...{ reply: true, decidedAt: true, author: named, decidedBy: named, group: { select: { name: true } } },
      person: { select: { ...name, phone: true, email: true } },
      student: { select: { registeredAddress: true, livingAddress: true, person: named } },
    },
  });
  return rows.map(({ author, decidedBy, group, person, student, createdAt, decidedAt, changes, personId, ...row }) => {
    const { registeredAddress, livingAddress } = student;
    const stood: Record<DataField, string | null> = { ...person, registeredAddress, livingAddress };
    const asked = changedFields.parse(changes);
    const renames = (asked.lastName ?? asked.firstName ?? asked.middleName) !== undefined;
    return {
      ...row,
      ...{ student: fullName(student.person), group: group.name, renames },
      about: personId === row.studentId ? null : fullName(person),
      changes: Object.entries(dataLabels).flatMap(([field, label]) => {
        const after = asked[field as DataField];
        return after === undefined ? [] : { label, before: stood[field as DataField] ?? '', after: after ?? '' };
      }),
      source: `${nameWithInitials(author)}, ${fullDateTime(createdAt, actor.timeZone)}`,
      decided:
        decidedBy && decidedAt ? `${nameWithInitials(decidedBy)}, ${fullDateTime(decidedAt, actor.timeZone)}` : null,
      mayAccept: !renames || can(actor, 'people.enter'),
    };
  });
}
