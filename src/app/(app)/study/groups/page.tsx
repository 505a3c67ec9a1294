import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { z } from 'zod';
import { GroupsPage } from '@/features/contingent/components/groups-page';
import { loadGroups } from '@/features/contingent/load-groups';
import { requireActor } from '@/server/session';
import { Page } from '@/ui/page';

export const metadata: Metadata = { title: 'Списки групп' };

const search = z.object({ date: z.iso.date().optional() });

type Props = { searchParams: Promise<{ date?: string | string[] }> };

export default async function StudyGroupsPage({ searchParams }: Props) {
  const actor = await requireActor();
  const asked = search.safeParse(await searchParams);
  if (!asked.success) notFound();
  const groups = await loadGroups(actor, asked.data.date);
  if (!groups) notFound();
  return (
    <Page>
      <GroupsPage groups={groups} today={actor.today} />
    </Page>
  );
}
