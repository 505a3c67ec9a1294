import { cookies, headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { cache } from 'react';
import type { Actor } from '@/access/actor';
import { sessionCookieName } from './cookies';
import { loadActor } from './load-actor';
import { noteRequest } from './request-note';
import { hashToken } from './session-token';

/** The actor of this request, once per request; null without a live session. */
export const currentActor = cache(async (): Promise<Actor | null> => {
  const token = hashToken((await cookies()).get(sessionCookieName())?.value);
  const actor = token && (await loadActor(token));
  if (!actor) return null;
  noteRequest(await headers(), { actor });
  return actor;
});

/**
 * For pages: the actor, or the way to the sign-in and back. Checked in every page, never only in a layout (T-024). An issued
 * password opens nothing but its own change (T-012).
 */
export async function requireActor(password: 'own' | 'issuedToo' = 'own'): Promise<Actor> {
  const actor = await currentActor();
  if (actor?.mustChange && password === 'own') redirect('/password');
  if (actor) return actor;
  const path = (await headers()).get('x-request-path');
  redirect(path && path !== '/' ? `/login?callbackUrl=${encodeURIComponent(path)}` : '/login');
}
