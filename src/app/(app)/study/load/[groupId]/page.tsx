import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { yearQuery } from '@/features/study-office/year-query';
import { GroupLoadPage } from '@/features/teaching-load/components/group-load-page';
import { loadGroupLoad } from '@/features/teaching-load/load-group-load';
import { parseId } from '@/server/params';
import { requireActor } from '@/server/session';
import { Page } from '@/ui/page';

export const metadata: Metadata = { title: 'Нагрузка группы' };

type Props = { params: Promise<{ groupId: string }>; searchParams: Promise<{ year?: string | string[] }> };

export default async function GroupTeachingLoadPage({ params, searchParams }: Props) {
  const actor = await requireActor();
  const groupId = parseId((await params).groupId);
  const year = yearQuery((await searchParams).year);
  const load = groupId === null || year === null ? null : await loadGroupLoad(actor, { groupId, year });
  if (!load) notFound();
  return (
    <Page>
      <GroupLoadPage load={load} />
    </Page>
  );
}
