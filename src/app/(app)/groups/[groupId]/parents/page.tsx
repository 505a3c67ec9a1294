import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { GroupTabs } from '@/features/group-marks/components/group-tabs';
import { RemindersPage } from '@/features/parent-visits/components/reminders-page';
import { VisitsPage } from '@/features/parent-visits/components/visits-page';
import { loadVisits } from '@/features/parent-visits/load-visits';
import { visitsAddress } from '@/features/parent-visits/params';
import { requireActor } from '@/server/session';
import { Page } from '@/ui/page';

export const metadata: Metadata = { title: 'Родители в дневнике' };

type Props = {
  params: Promise<{ groupId: string }>;
  searchParams: Promise<{ days?: string | string[]; view?: string | string[] }>;
};

export default async function ParentsPage({ params, searchParams }: Props) {
  const actor = await requireActor();
  const address = await visitsAddress(params, searchParams);
  if (!address) notFound();
  const visits = await loadVisits(actor, address.groupId, address.days);
  if (!visits) notFound();
  const bar = (
    <>
      <h1>{visits.group}</h1>
      <GroupTabs groupId={visits.groupId} />
    </>
  );
  return (
    <Page bar={bar}>{address.reminders ? <RemindersPage visits={visits} /> : <VisitsPage visits={visits} />}</Page>
  );
}
