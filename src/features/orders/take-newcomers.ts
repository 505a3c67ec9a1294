import { type Actor, can } from '@/access/actor';
import { fullName } from '@/domain/people/name';
import { within } from '@/features/academic-year/next-year/within';
import { toDay } from '@/features/institution/inputs';
import { registerPeople } from '@/features/people/register-people';
import { registerStudents } from '@/features/people/register-students';
import type { RequestMeta } from '@/server/command';
import type { Db } from '@/server/db';
import { Refusal } from '@/server/errors';
import type { OrderToEnter } from './order-input';

type Args = { tx: Db; actor: Actor; meta: RequestMeta };
type Newcomer = Extract<OrderToEnter['act'], { kind: 'enrollment' }>['newcomers'][number];

/**
 * Enters the people whom an order of enrolment names and makes them students; answers their ids. Somebody of the same name and
 * day of birth is there already: he is chosen from the list instead. @throws Refusal FORBIDDEN, DUPLICATE
 */
export async function takeNewcomers({ tx, actor, meta }: Args, newcomers: readonly Newcomer[]): Promise<number[]> {
  if (newcomers.length === 0) return [];
  if (!can(actor, 'people.enter')) throw new Refusal('FORBIDDEN');
  await assertNew(tx, newcomers);
  const run = within(tx, actor, meta);
  const { ids } = await run(registerPeople, { people: [...newcomers] });
  await run(registerStudents, { students: ids.map((personId) => ({ personId, recordNumber: null })) });
  return ids;
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
