import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { AccountPage } from '@/features/accounts/components/account-page';
import { loadAccount } from '@/features/accounts/load-account';
import { parseId } from '@/server/params';
import { requireActor } from '@/server/session';
import { Page } from '@/ui/page';

export const metadata: Metadata = { title: 'Учётная запись' };

export default async function AdminAccountPage({ params }: { params: Promise<{ personId: string }> }) {
  const actor = await requireActor();
  const personId = parseId((await params).personId);
  const account = personId === null ? null : await loadAccount(actor, personId);
  if (!account) notFound();
  return (
    <Page>
      <AccountPage account={account} />
    </Page>
  );
}
