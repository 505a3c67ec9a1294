import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { RightsPage } from '@/features/rights/components/rights-page';
import { loadRights } from '@/features/rights/load-rights';
import { requireActor } from '@/server/session';
import { Page } from '@/ui/page';

export const metadata: Metadata = { title: 'Права' };

export default async function AdminRightsPage() {
  const rights = await loadRights(await requireActor());
  if (!rights) notFound();
  return (
    <Page>
      <RightsPage rights={rights} />
    </Page>
  );
}
