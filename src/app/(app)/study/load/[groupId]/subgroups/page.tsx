import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { isLocalDate } from '@/domain/calendar/local-date';
import { SubgroupsPage } from '@/features/groups/components/subgroups-page';
import { loadSubgroups } from '@/features/groups/load-subgroups';
import { parseId } from '@/server/params';
import { requireActor } from '@/server/session';
import { Page } from '@/ui/page';

export const metadata: Metadata = { title: 'Подгруппы' };

type Props = { params: Promise<{ groupId: string }>; searchParams: Promise<{ on?: string | string[] }> };

/** `?on=`: the day on which the division is shown and from which it is changed; without it today, or when the group begins. */
export default async function GroupSubgroupsPage({ params, searchParams }: Props) {
  const actor = await requireActor();
  const groupId = parseId((await params).groupId);
  const { on } = await searchParams;
  if (groupId === null || Array.isArray(on) || (on !== undefined && !isLocalDate(on))) notFound();
  const view = await loadSubgroups(actor, groupId, on);
  if (!view) notFound();
  return (
    <Page>
      <SubgroupsPage view={view} />
    </Page>
  );
}
