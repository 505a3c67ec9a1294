import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { z } from 'zod';
import { GroupMismatches } from '@/features/contingent/components/group-mismatches';
import { GroupRollPage } from '@/features/contingent/components/group-roll-page';
import { loadGroupRoll } from '@/features/contingent/load-group-roll';
import { loadMismatches } from '@/features/contingent/load-mismatches';
import { parseId } from '@/server/params';
import { requireActor } from '@/server/session';
import { Page } from '@/ui/page';

export const metadata: Metadata = { title: 'Список группы' };

const search = z.object({ date: z.iso.date().optional() });

type Props = { params: Promise<{ groupId: string }>; searchParams: Promise<{ date?: string | string[] }> };

export default async function StudyGroupPage({ params, searchParams }: Props) {
  const actor = await requireActor();
  const groupId = parseId((await params).groupId);
  const asked = search.safeParse(await searchParams);
  if (groupId === null || !asked.success) notFound();
  const roll = await loadGroupRoll(actor, groupId, asked.data.date);
  if (!roll) notFound();
  const told = await loadMismatches(actor, groupId);
  return (
    <Page>
      <GroupRollPage roll={roll} today={actor.today} mismatches={<GroupMismatches roll={roll} lines={told} />} />
    </Page>
  );
}
