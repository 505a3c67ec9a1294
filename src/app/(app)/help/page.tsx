import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { helpFor } from '@/features/help/help-places';
import { requireActor } from '@/server/session';

export const metadata: Metadata = { title: 'Справка' };

/** The frame's link leads here; the browser tells from which page, and the table of places knows its section. */
export default async function HelpPage() {
  const actor = await requireActor();
  const from = (await headers()).get('referer') ?? '';
  redirect(helpFor(actor.roles, URL.canParse(from) ? new URL(from).pathname : '/'));
}
