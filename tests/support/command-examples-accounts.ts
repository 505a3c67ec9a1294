import { editsOf } from '@/domain/regulation/edit-regulation';
import { profiles } from '@/domain/regulation/profiles';
import type { Example } from './command-example';
import type { Prepared } from './command-prepared';
import { password } from './sign-in';
import { type World, worldNow } from './world';

/** Of accounts and sign-ins. Anton's password is made the one that everybody of a test has. */
export async function accountExamples(world: World, { newcomers }: Prepared): Promise<Example[]> {
  await shareRustemsPassword(world, 'anton');
  const { people } = world;
  const position = await world.owner.staffPosition.findFirstOrThrow({ where: { staffId: people.irina } });
  const given = {
    personId: people.irina,
    role: 'observer',
    title: 'наблюдатель',
    departmentId: world.college.department,
  };
  return [
    {
      name: 'credentials.issue',
      who: 'denis',
      input: { requestKey: 'examples-of-slips', people: [{ personId: newcomers[5] ?? 0, login: 'novikov.o' }] },
    },
    { name: 'accounts.block', who: 'denis', input: { personId: people.observer, reason: 'утрата пароля' } },
    { name: 'accounts.unblock', who: 'denis', input: { personId: people.observer } },
    { name: 'accounts.give-position', who: 'denis', input: { ...given, startsOn: '2026-10-14' } },
    { name: 'accounts.end-position', who: 'denis', input: { positionId: position.id, endsOn: '2026-10-14' } },
    {
      name: 'rights.change',
      who: 'denis',
      input: { changes: [{ role: 'secretary', permission: 'report.preview', granted: true }] },
    },
    { name: 'institution.preview-regulation', who: 'denis', input: composition('2027-03-01') },
    { name: 'institution.edit-regulation', who: 'denis', input: composition('2027-03-02') },
    {
      name: 'technical-works.announce',
      who: 'denis',
      input: { date: '2026-11-20', from: '22:00', to: '23:30', note: 'обновление сервера' },
    },
    { name: 'technical-works.cancel', who: 'denis', input: { id: await announcedWorks(world) } },
    { name: 'accounts.close-ended', who: 'denis', input: {} },
    { name: 'session.step-up', who: 'rustem', input: { password } },
    { name: 'session.end-own', who: 'rustem', input: { sessionId: await anotherSession(world) } },
    { name: 'account.acknowledge-devices', who: 'rustem', input: {} },
    { name: 'people.decide-own-access', who: 'artem', input: { allowed: true } },
    {
      name: 'account.change-password',
      who: 'anton',
      input: { current: password, next: 'семь сов у тихой реки' },
    },
  ];
}

/** The profile of the small world with nothing but hours of work put in. */
function composition(validFrom: string): Record<string, unknown> {
  const accessWindow = { from: '08:00', to: '20:00', weekdays: [1, 2, 3, 4, 5, 6, 7] };
  return { validFrom, base: 'demo', edits: { ...editsOf(profiles.demo), accessWindow } };
}

async function anotherSession(world: World): Promise<number> {
  await world.token('rustem');
  const where = { account: { login: 'rustem' } };
  return (await world.owner.session.findFirstOrThrow({ where, orderBy: { id: 'desc' } })).id;
}

async function shareRustemsPassword({ owner }: World, login: string): Promise<void> {
  const { passwordHash } = await owner.account.findUniqueOrThrow({ where: { login: 'rustem' } });
  await owner.account.update({ where: { login }, data: { passwordHash } });
}

async function announcedWorks({ owner, people }: World): Promise<number> {
  const startsAt = new Date('2026-11-21T18:00:00Z');
  const by = { announcedById: people.denis, announcedAt: new Date(worldNow) };
  const data = { startsAt, endsAt: new Date('2026-11-21T19:00:00Z'), ...by };
  return (await owner.technicalWorks.create({ data, select: { id: true } })).id;
}
