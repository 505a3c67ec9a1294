import type { NextAuthOptions } from 'next-auth';
import credentials from 'next-auth/providers/credentials';
import { cookieOptions, csrfCookieName, sessionCookieName } from '@/server/cookies';
import { env } from '@/server/env';
import { log } from '@/server/log';
import { safeReturnPath } from './return-path';
import { sessionEnd } from './start-session';

/** What a request to next-auth does to our sessions. */
export type SessionKeeper = {
  /** The token of a freshly opened session, or null: refused. */
  open: (fields: unknown) => Promise<string | null>;
  end: () => Promise<void>;
};

/**
 * next-auth with its JWT strategy emptied of JWT (T-006): what it takes for an encoded token is our random one, whose
 * session row stands in the database; no claim ever leaves the server.
 */
export function nextAuthOptions(keeper: SessionKeeper): NextAuthOptions {
  return {
    secret: env().authSecret,
    providers: [
      credentials({
        credentials: { login: {}, password: {}, shared: {} },
        authorize: async (fields) => {
          const token = await keeper.open(fields);
          return token === null ? null : { id: token };
        },
      }),
    ],
    pages: { signIn: '/login', signOut: '/', error: '/login' },
    session: { strategy: 'jwt' },
    cookies: {
      sessionToken: { name: sessionCookieName(), options: cookieOptions() },
      csrfToken: { name: csrfCookieName(), options: cookieOptions() },
    },
    jwt: {
      encode: async ({ token }) => token?.sub ?? '',
      decode: async ({ token }) => {
        const ends = token ? await sessionEnd(token) : null;
        return token && ends ? { sub: token, ends } : null;
      },
    },
    callbacks: {
      redirect: async ({ url, baseUrl }) => `${baseUrl}${ownPath(url, baseUrl)}`,
      session: async ({ token }) => ({ expires: String(token.ends) }),
    },
    events: { signOut: () => keeper.end() },
    logger: {
      error: (code) => {
        // A dead cookie is everyday life, which next-auth reports as an error.
        if (code !== 'JWT_SESSION_ERROR') log.error({ event: 'next-auth', code });
      },
      warn: (code) => log.warn({ event: 'next-auth', code }),
      debug: () => undefined,
    },
  };
}

/** Every way back stays on our origin (T-048). */
function ownPath(url: string, baseUrl: string): string {
  return safeReturnPath(url.startsWith(`${baseUrl}/`) ? url.slice(baseUrl.length) : url);
}
