import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { SlipsPage } from '@/features/accounts/components/slips-page';
import { loadSlips } from '@/features/accounts/load-slips';
import { parseId } from '@/server/params';
import { requireActor } from '@/server/session';
import { Page } from '@/ui/page';

export const metadata: Metadata = { title: 'Листки с доступом' };

type Props = { searchParams: Promise<{ group?: string | string[] }> };

export default async function CredentialSlipsPage({ searchParams }: Props) {
  const actor = await requireActor();
  const { group } = await searchParams;
  const groupId = group === undefined ? null : parseId(String(group));
  const view = group !== undefined && groupId === null ? null : await loadSlips(actor, groupId);
  if (!view) notFound();
  return (
    <Page>
      <SlipsPage view={view} />
    </Page>
  );
}
