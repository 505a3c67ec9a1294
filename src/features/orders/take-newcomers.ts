import { type Actor, can } from '@/access/actor';
import { fullName } from '@/domain/people/name';
import { toDay } from '@/features/institution/inputs';
import { enterPeople, enterStudents } from '@/features/people/enter-people';
import type { AuditStep } from '@/server/audit';
import type { Db } from '@/server/db';
import { Refusal } from '@/server/errors';
import type { OrderToEnter } from './order-input';

type Newcomer = Extract<OrderToEnter['act'], { kind: 'enrollment' }>['newcomers'][number];

/**
 * Enters the people whom an order of enrolment names and makes them students; answers their ids. Somebody of the same name and
 * day of birth is there already: he is chosen from the list instead. @throws Refusal FORBIDDEN, DUPLICATE
 */
export async function takeNewcomers(
  tx: Db,
  actor: Actor,
  newcomers: readonly Newcomer[],
): Promise<{ ids: number[]; steps: AuditStep[] }> {
  if (newcomers.length === 0) return { ids: [], steps: [] };
  if (!can(actor, 'people.enter')) throw new Refusal('FORBIDDEN');
  await assertNew(tx, newcomers);
  const { ids, steps } = await enterPeople(
    tx,
    newcomers.map((person) => ({ ...person, phone: null, email: null, snils: null })),
  );
  const students = await enterStudents(
    tx,
    ids.map((personId) => ({ personId, recordNumber: null })),
  );
  return { ids, steps: [...steps, ...students] };
}

async function assertNew(tx: Db, newcomers: readonly Newcomer[]): Promise<void> {
  const keys = newcomers.map((one) => `${fullName(one)} ${one.birthDate}`.toLowerCase());
  const twice = newcomers.find(
    (one, place) => keys.indexOf(`${fullName(one)} ${one.birthDate}`.toLowerCase()) !== place,
  );
  if (twice) throw new Refusal('DUPLICATE', { detail: `${fullName(twice)} назван дважды`, fields: ['новые студенты'] });
  const known = await tx.person.findFirst({
    where: {
      OR: newcomers.map(({ lastName, firstName, middleName, birthDate }) => ({
        ...{ lastName: { equals: lastName, mode: 'insensitive' as const } },
        ...{ firstName: { equals: firstName, mode: 'insensitive' as const }, middleName, birthDate: toDay(birthDate) },
      })),
    },
    select: { lastName: true, firstName: true, middleName: true },
  });
  if (known) {
    throw new Refusal('DUPLICATE', {
      detail: `${fullName(known)} с этой датой рождения уже есть: выберите из списка`,
      fields: ['новые студенты'],
    });
  }
}
