import { randomBytes } from 'node:crypto';
import { type NextRequest, NextResponse } from 'next/server';
import { clientAddress } from '@/server/address';
import { env } from '@/server/env';
import { bodyLimits } from '@/server/http-body';
import { isOwnOrigin } from '@/server/origin';
import { contentPolicy, securityHeaders } from '@/server/security-headers';
import { secondsUntilVisit, verifyVisits } from '@/server/visits';
import { type ErrorCode, errorText } from '@/texts/errors';

/** Uploads stream past: before a proxy the framework holds bodies in memory and cuts them (T-043). Their route guards itself. */
export const config = {
  matcher: [
    '/((?!api/files$|api/study/import$).*)',
    { source: '/api/files', missing: [{ type: 'header', key: 'content-type', value: 'application/octet-stream' }] },
    {
      source: '/api/study/import',
      missing: [{ type: 'header', key: 'content-type', value: 'application/octet-stream' }],
    },
  ],
};

const methods: ReadonlySet<string> = new Set(['GET', 'HEAD', 'POST', 'PATCH', 'DELETE']);
const longestAddress = 8 * 1024; // characters (T-042)

/** Internal headers of the framework, and ours: a client's own ones never reach the application (T-024, T-065). */
const ownHeaders =
  /^(?:x-middleware-|x-nextjs-|x-invoke-|x-matched-path$|next-resume$|x-nonce$|x-request-path$|content-security-policy)/;

/**
 * The headers of every answer, and early refusals. Comfort, not the guard: sizes, Origin and rights are checked again
 * where they matter (T-024).
 */
export async function proxy(request: NextRequest): Promise<NextResponse> {
  const nonce = randomBytes(16).toString('base64');
  const policy = contentPolicy(request.nextUrl.pathname, nonce, env().mode === 'dev');
  const refusal = refuse(request) ?? (await refuseVisitor(request));
  const response = refusal
    ? answer(refusal, request)
    : NextResponse.next({ request: { headers: inner(request, nonce, policy) } });
  response.headers.set('Content-Security-Policy', policy);
  for (const [name, value] of securityHeaders(env().publicUrl)) response.headers.set(name, value);
  if (!isStatic(request.nextUrl.pathname)) response.headers.set('Cache-Control', 'private, no-store');
  return response;
}

function inner(request: NextRequest, nonce: string, policy: string): Headers {
  const headers = new Headers(request.headers);
  for (const name of [...headers.keys()]) if (ownHeaders.test(name)) headers.delete(name);
  const { pathname, searchParams } = request.nextUrl;
  const query = new URLSearchParams([...searchParams].filter(([name]) => name !== '_rsc')).toString();
  headers.set('x-nonce', nonce);
  headers.set('x-request-path', query ? `${pathname}?${query}` : pathname);
  headers.set('content-security-policy', policy); // here Next looks for the nonce of its own scripts
  return headers;
}

type Early = { status: number; code: ErrorCode; retryAfterSeconds?: number };

function refuse(request: NextRequest): Early | null {
  if (!methods.has(request.method)) return { status: 405, code: 'NOT_FOUND' };
  if (request.url.length > longestAddress) return { status: 414, code: 'TOO_LARGE' };
  if (request.method === 'GET' || request.method === 'HEAD') return null;
  if (!isOwnOrigin(request.headers.get('origin'))) return { status: 403, code: 'BAD_ORIGIN' };
  const size = Number(request.headers.get('content-length') ?? 0);
  return size > bodyLimits.json ? { status: 413, code: 'TOO_LARGE' } : null;
}

/** A page that has begun cannot become a 429: whoever used up his checks of ledgers is told so here (T-033). */
async function refuseVisitor({ nextUrl, headers }: NextRequest): Promise<Early | null> {
  if (!nextUrl.pathname.startsWith('/verify/')) return null;
  const wait = await secondsUntilVisit(verifyVisits(clientAddress(headers)));
  return wait > 0 ? { status: 429, code: 'THROTTLED', retryAfterSeconds: wait } : null;
}

function answer({ status, code, retryAfterSeconds }: Early, { nextUrl }: NextRequest): NextResponse {
  const message = errorText(code);
  const isData = nextUrl.pathname.startsWith('/api/');
  const response = isData
    ? NextResponse.json({ error: { code, message } }, { status })
    : new NextResponse(message, { status, headers: { 'Content-Type': 'text/plain; charset=utf-8' } });
  if (status === 405) response.headers.set('Allow', [...methods].join(', '));
  if (retryAfterSeconds !== undefined) response.headers.set('Retry-After', String(retryAfterSeconds));
  return response;
}

/** Built files and the icons: the same for everybody, named by their content or harmless when old. */
function isStatic(pathname: string): boolean {
  return pathname.startsWith('/_next/static/') || /^\/[\w-]+\.(?:svg|png|ico|webmanifest|js)$/.test(pathname);
}
