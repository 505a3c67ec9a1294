import { clearOwn, othersWait, othersWaitHeader } from '@/features/unsent/client/clearing';

/** Why nobody was signed in. Unknown, wrong, blocked and throttled by account are one answer, `refused` (T-003). */
export type SignInFailure = 'refused' | 'tooMany' | 'closed' | 'unreachable';

export type Credentials = { login: string; password: string; shared: boolean };

/** next-auth's credentials provider, called as its own form would; the answer is the reason of a failure or null. */
export async function signIn({ login, password, shared }: Credentials): Promise<SignInFailure | null> {
  try {
    const body = new URLSearchParams({ login, password, csrfToken: await csrfToken(), json: 'true' });
    if (shared) body.set('shared', 'on');
    const response = await fetch('/api/auth/callback/credentials', { method: 'POST', body, redirect: 'manual' });
    if (response.status === 429) return 'tooMany';
    if (response.status === 401) return 'refused';
    if (response.status === 422) return 'closed';
    return response.ok ? failureOf(await response.json()) : 'unreachable';
  } catch {
    return 'unreachable';
  }
}

/** Ends the session of a person on the server, and the next page is the sign-in; false: nobody answered, the session lives on. */
export async function signOut(person?: number, onLeave = () => {}): Promise<boolean> {
  const others = await othersWait(person).catch(() => false);
  try {
    const body = new URLSearchParams({ csrfToken: await csrfToken(), json: 'true' });
    const headers: HeadersInit = others ? { [othersWaitHeader]: '1' } : {};
    await fetch('/api/auth/signout', { method: 'POST', headers, body, redirect: 'manual' });
  } catch {
    return false;
  }
  onLeave();
  if (others) await clearOwn(person).catch(() => undefined);
  sessionStorage.clear();
  window.location.replace('/login');
  return true;
}

async function csrfToken(): Promise<string> {
  const response = await fetch('/api/auth/csrf', { cache: 'no-store' });
  const answer: unknown = await response.json();
  const token = typeof answer === 'object' && answer !== null && 'csrfToken' in answer ? answer.csrfToken : null;
  if (typeof token !== 'string') throw new Error('no csrf token');
  return token;
}

/** A refused sign-in may also be a 200 whose address carries `error` (next-auth 4). */
function failureOf(answer: unknown): SignInFailure | null {
  const url = typeof answer === 'object' && answer !== null && 'url' in answer ? answer.url : null;
  return typeof url === 'string' && /[?&]error=/.test(url) ? 'refused' : null;
}
