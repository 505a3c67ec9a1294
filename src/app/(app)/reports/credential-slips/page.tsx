import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { SlipsPage } from '@/features/accounts/components/slips-page';
import { loadSlips } from '@/features/accounts/load-slips';
import { parseId } from '@/server/params';
import { requireActor } from '@/server/session';
import { Page } from '@/ui/page';

export const metadata: Metadata = { title: 'Листки с доступом' };

type Props = { searchParams: Promise<{ group?: string | string[] }> };

/** `?group=`: a group's id, or `staff`. */
export default async function CredentialSlipsPage({ searchParams }: Props) {
  const actor = await requireActor();
  const { group } = await searchParams;
  const of = group === undefined ? null : group === 'staff' ? group : (parseId(String(group)) ?? notFound());
  const view = await loadSlips(actor, of);
  if (!view) notFound();
  return (
    <Page>
      <SlipsPage view={view} />
    </Page>
  );
}
