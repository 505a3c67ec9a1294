import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { GroupsPage } from '@/features/structure/components/groups-page';
import { loadGroups } from '@/features/structure/load-groups';
import { requireActor } from '@/server/session';
import { Page } from '@/ui/page';

export const metadata: Metadata = { title: 'Группы' };

export default async function StudyGroupsPage() {
  const view = await loadGroups(await requireActor());
  if (!view) notFound();
  return (
    <Page>
      <GroupsPage view={view} />
    </Page>
  );
}
