import { env } from './env';

/** `__Host-` and Secure behind https; the plain name only on loopback http (T-008). */
function secure(): boolean {
  return env().publicUrl.startsWith('https://');
}

const named = (name: string) => (secure() ? `__Host-vedomost-${name}` : `vedomost-${name}`);

/** None of the three names begins with another one: next-auth joins cookies that begin alike. */
export function sessionCookieName(): string {
  return named('session');
}

/** Names a browser that signed in before (T-004); says nothing about whom. */
export function deviceCookieName(): string {
  return named('device');
}

/** The double-submitted token of next-auth's own forms. */
export function csrfCookieName(): string {
  return named('csrf');
}

export function cookieOptions() {
  return { httpOnly: true, sameSite: 'lax' as const, path: '/', secure: secure() };
}
