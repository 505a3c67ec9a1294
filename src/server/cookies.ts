import { env } from './env';

/** `__Host-` and Secure behind https; the plain name only on loopback http (T-008). */
function secure(): boolean {
  return env().publicUrl.startsWith('https://');
}

export function sessionCookieName(): string {
  return secure() ? '__Host-vedomost' : 'vedomost';
}

/** Names a browser that signed in before (T-004); says nothing about whom. */
export function deviceCookieName(): string {
  return secure() ? '__Host-vedomost-device' : 'vedomost-device';
}

export function cookieOptions() {
  return { httpOnly: true, sameSite: 'lax' as const, path: '/', secure: secure() };
}
