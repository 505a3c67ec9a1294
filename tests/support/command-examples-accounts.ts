import type { Example, Prepared } from './command-example';
import { password } from './sign-in';
import type { World } from './world';

/** Of accounts and sign-ins. Anton's password is made the one that everybody of a test has. */
export async function accountExamples(world: World, _: Prepared): Promise<Example[]> {
  await shareRustemsPassword(world, 'anton');
  return [
    { name: 'session.step-up', who: 'rustem', input: { password } },
    { name: 'session.end-own', who: 'rustem', input: { sessions: 'others' } },
    { name: 'account.acknowledge-devices', who: 'rustem', input: {} },
    { name: 'people.decide-own-access', who: 'artem', input: { allowed: true } },
    {
      name: 'account.change-password',
      who: 'anton',
      input: { current: password, next: 'семь сов у тихой реки' },
    },
  ];
}

async function shareRustemsPassword({ owner }: World, login: string): Promise<void> {
  const { passwordHash } = await owner.account.findUniqueOrThrow({ where: { login: 'rustem' } });
  await owner.account.update({ where: { login }, data: { passwordHash } });
}
