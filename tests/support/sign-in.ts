import { type StartedSession, startSession } from '@/features/auth/start-session';
import { hashPassword } from '@/server/password-hash';
import type { World } from './world';

type Person = keyof World['people'];

/** What everybody of a test signs in with. */
export const password = 'лиловый трамвай едет в депо';
let made: Promise<string> | undefined;

/** Gives these people of the world the password above. */
export async function givePasswords(world: World, ...names: readonly Person[]): Promise<void> {
  made ??= hashPassword(password);
  const passwordHash = await made;
  await world.owner.account.updateMany({ where: { login: { in: [...names] } }, data: { passwordHash } });
}

type Attempt = { password?: string; address?: string; device?: string; session?: string; shared?: boolean };

/** One attempt to sign in, past the framework; null = refused. The address counts with TRUSTED_PROXY_HOPS=1 only. */
export function attempt(login: string, options: Attempt = {}): Promise<StartedSession | null> {
  const fields = { login, password: options.password ?? password, ...(options.shared ? { shared: 'on' } : {}) };
  const headers = new Headers({ 'user-agent': 'Tests', 'x-forwarded-for': options.address ?? '198.51.100.1' });
  return startSession(fields, { session: options.session, device: options.device }, headers);
}
