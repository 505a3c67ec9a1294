import { type Actor, can, canAny } from '@/access/actor';
import { cardsKeptBy, cardsVisibleTo, seesOrders } from '@/access/people-scope';
import { groupsVisibleTo } from '@/access/scope';
import { checkState, gapsOfCard, type SocialStatus, socialStatuses } from '@/domain/people/card';
import { fullName, nameWithInitials } from '@/domain/people/name';
import { db } from '@/server/db';
import { recordSecurity } from '@/server/security-log';
import type { CardView } from './card-view';
import { readMarks, readStays } from './read-card';

const day = (date: Date) => date.toISOString().slice(0, 10);

type Client = { address: string; device: string };

/**
 * A student's personal card: data, parents, movement by orders and marks of every group, each where it was given. Null
 * when it is not in the actor's sight; who has read whose card stands in the security log (T-071).
 */
export async function loadCard(actor: Actor, studentId: number, client: Client): Promise<CardView | null> {
  const found = await readCard(actor, studentId);
  if (!found) return null;
  const { personId, sessionId, today } = actor;
  await recordSecurity({ kind: 'cardRead', personId, sessionId, ...client, detail: `student ${studentId}` });
  const { person, guardians, dataChecks, ...student } = found;
  const [kept, reads, stays] = await Promise.all([
    db().student.count({ where: { AND: [{ id: studentId }, cardsKeptBy(actor)] } }),
    readsMarks(actor, studentId),
    readStays(studentId),
  ]);
  const present = stays.find(({ startsOn, endsOn }) => startsOn <= today && (endsOn === null || endsOn >= today));
  const { birthDate, ...data } = person;
  const [last] = dataChecks;
  const card = { ...student, ...data, birthDate: birthDate && day(birthDate) };
  const parents = guardians.map(({ guardian, ...tie }) => ({
    ...{ ...guardian, guardianId: guardian.id, relation: tie.relation },
    ...{ startsOn: day(tie.startsOn), endsOn: tie.endsOn && day(tie.endsOn) },
  }));
  const standing = parents.filter(({ endsOn }) => endsOn === null || endsOn >= today);
  return {
    ...card,
    ...{ studentId, name: fullName(person), group: present?.group ?? null, guardians: standing, stays, today },
    socialStatuses: socialStatuses.filter((status): status is SocialStatus => card.socialStatuses.includes(status)),
    gaps: gapsOfCard({ ...card, guardians: standing }, today),
    check: {
      state: checkState(last ? day(last.checkedOn) : null, stays.at(-1)?.startsOn ?? null, today),
      last: last ? { on: day(last.checkedOn), by: nameWithInitials(last.checkedBy) } : null,
    },
    marks: reads ? await readMarks(studentId) : null,
    abilities: {
      edit: kept > 0 && canAny(actor, ['people.enter', 'people.enterCurated']),
      editPaper: kept > 0 && can(actor, 'people.enter'),
      orders: seesOrders(actor),
      diary: can(actor, 'diary.viewCurated') && reads,
    },
  };
}

function readCard(actor: Actor, studentId: number) {
  const names = { lastName: true, firstName: true, middleName: true } as const;
  const contacts = { ...names, sex: true, phone: true, email: true, version: true } as const;
  return db().student.findFirst({
    where: { AND: [{ id: studentId }, cardsVisibleTo(actor)] },
    select: {
      ...{ recordNumber: true, registeredAddress: true, livingAddress: true, socialStatuses: true },
      person: { select: { ...contacts, birthDate: true } },
      guardians: {
        orderBy: [{ startsOn: 'asc' }, { guardianId: 'asc' }],
        select: { relation: true, startsOn: true, endsOn: true, guardian: { select: { ...contacts, id: true } } },
      },
      dataChecks: {
        orderBy: [{ checkedOn: 'desc' }, { id: 'desc' }],
        take: 1,
        select: { checkedOn: true, checkedBy: { select: names } },
      },
    },
  });
}

/** Journals are another right than cards: of the student's present or last group. */
async function readsMarks(actor: Actor, studentId: number): Promise<boolean> {
  const last = await db().enrollment.findFirst({
    where: { studentId },
    orderBy: { startsOn: 'desc' },
    select: { groupId: true },
  });
  if (!last) return false;
  const seen = await db().studentGroup.count({ where: { AND: [{ id: last.groupId }, groupsVisibleTo(actor)] } });
  return seen > 0;
}
