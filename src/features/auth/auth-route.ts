import { NextRequest, NextResponse } from 'next/server';
import NextAuth from 'next-auth';
import { othersWaitHeader } from '@/features/unsent/client/clearing';
import { cookieOptions, csrfCookieName, deviceCookieName, sessionCookieName } from '@/server/cookies';
import { Refusal } from '@/server/errors';
import { type RouteHandler, route } from '@/server/http';
import { bodyLimits, readJson, readText } from '@/server/http-body';
import { assertOwnOrigin } from '@/server/origin';
import { nextAuthOptions } from './next-auth-options';
import { safeReturnPath } from './return-path';
import { finishSession, type StartedSession, startSession } from './start-session';

/** All of next-auth that we offer; its debugging log, session update and e-mail pages are closed. */
const offered: ReadonlySet<string> = new Set([
  ...['GET csrf', 'GET session', 'GET providers', 'GET signin', 'GET signout', 'GET error'],
  ...['POST callback/credentials', 'POST signout'],
]);

const deviceLifetime = 30 * 24 * 3600; // seconds (T-004)

/** `/api/auth/*`: next-auth behind our Origin check, sizes, words and cookies. */
export const authRoute: RouteHandler = route(async ({ request, params }) => {
  const path = params.nextauth ?? '';
  if (!offered.has(`${request.method} ${path}`)) throw new Refusal('NOT_FOUND');
  if (request.method === 'POST') assertOwnOrigin(request.headers);
  const attempt: Attempt = { signedIn: false, reached: false };
  const handle = NextAuth(nextAuthOptions(keeperOf(request, attempt)));
  const segments = { params: Promise.resolve({ nextauth: path.split('/') }) };
  const answer: Response = await handle(await cleaned(request), segments);
  if (attempt.failure !== undefined) throw attempt.failure;
  if (request.method === 'POST' && !attempt.reached && (path !== 'signout' || attempt.signedIn)) {
    throw new Refusal('BAD_ORIGIN'); // next-auth found no csrf token of this browser
  }
  const response = withOwnCookies(answer, attempt);
  if (path === 'signout') response.headers.set('Clear-Site-Data', cleared(request.headers));
  return response;
});

/** What happened inside next-auth, which swallows errors and cannot carry more than a token. */
type Attempt = { signedIn: boolean; reached: boolean; started?: StartedSession; failure?: unknown };

function keeperOf(request: Request, attempt: Attempt) {
  const jar = (request as NextRequest).cookies;
  const cookies = { session: jar.get(sessionCookieName())?.value, device: jar.get(deviceCookieName())?.value };
  attempt.signedIn = cookies.session !== undefined;
  return {
    open: async (fields: unknown) => {
      attempt.reached = true;
      try {
        attempt.started = (await startSession(fields, cookies, request.headers)) ?? undefined;
      } catch (error) {
        attempt.failure = error;
      }
      return attempt.started?.token ?? null;
    },
    end: async () => {
      attempt.reached = true;
      await finishSession(cookies.session, request.headers).catch((error: unknown) => {
        attempt.failure = error;
      });
    },
  };
}

/** The request with a bounded body and, of its query, nothing but a way back on our own origin (T-042, T-048). */
async function cleaned(request: Request): Promise<NextRequest> {
  const url = new URL(request.url);
  const callbackUrl = url.searchParams.get('callbackUrl');
  url.search = callbackUrl === null ? '' : String(new URLSearchParams({ callbackUrl: safeReturnPath(callbackUrl) }));
  const { method, headers } = request;
  if (method !== 'POST') return new NextRequest(url, { method, headers });
  return new NextRequest(url, { method, headers, body: await boundedBody(request) });
}

async function boundedBody(request: Request): Promise<string> {
  const isJson = request.headers.get('content-type')?.includes('application/json');
  return isJson
    ? JSON.stringify((await readJson(request, bodyLimits.signIn)) ?? {})
    : await readText(request, bodyLimits.signIn);
}

/** All that the browser has of us, but for what other people have unsent in it: then the page clears its own (T-068). */
function cleared(sent: Headers): string {
  return sent.has(othersWaitHeader) ? '"cache"' : '"cache", "storage"';
}

/** next-auth writes its cookie with every answer and always for 30 days: ours is written here, only when it is new. */
function withOwnCookies(answer: Response, { started }: Attempt): Response {
  const headers = new Headers(answer.headers);
  headers.delete('set-cookie');
  for (const cookie of answer.headers.getSetCookie()) {
    const clears = cookie.startsWith(`${sessionCookieName()}=;`);
    if (clears || cookie.startsWith(`${csrfCookieName()}=`)) headers.append('set-cookie', cookie);
  }
  const response = new NextResponse(answer.body, { status: answer.status, headers });
  if (started) {
    const life = started.shared ? {} : { maxAge: started.lifetime };
    response.cookies.set(sessionCookieName(), started.token, { ...cookieOptions(), ...life });
  }
  if (started?.deviceToken) {
    response.cookies.set(deviceCookieName(), started.deviceToken, { ...cookieOptions(), maxAge: deviceLifetime });
  }
  response.headers.set('Cache-Control', 'private, no-store');
  return response;
}
