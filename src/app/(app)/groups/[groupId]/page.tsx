import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { GroupPage } from '@/features/group-marks/components/group-page';
import { GroupTabs } from '@/features/group-marks/components/group-tabs';
import { loadGroupMarks } from '@/features/group-marks/load-group-marks';
import { groupAddress } from '@/features/group-marks/params';
import { requireActor } from '@/server/session';
import { Page } from '@/ui/page';
import { PrintButton } from '@/ui/print-button';

export const metadata: Metadata = { title: 'Успеваемость группы' };

type Props = {
  params: Promise<{ groupId: string }>;
  searchParams: Promise<{ period?: string | string[] }>;
};

export default async function GroupMarksPage({ params, searchParams }: Props) {
  const actor = await requireActor();
  const address = await groupAddress(params, searchParams);
  if (!address) notFound();
  const group = await loadGroupMarks(actor, address.groupId, address.period);
  if (!group) notFound();
  const bar = (
    <>
      <h1>{group.group}</h1>
      <GroupTabs groupId={group.groupId} />
      <span className="bar-end">
        <PrintButton />
      </span>
    </>
  );
  return (
    <Page bar={bar}>
      <GroupPage group={group} />
    </Page>
  );
}
