import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { z } from 'zod';
import { PeoplePage } from '@/features/people/components/people-page';
import { loadPeople } from '@/features/people/load-people';
import { requireActor } from '@/server/session';
import { Page } from '@/ui/page';

export const metadata: Metadata = { title: 'Студенты' };

const search = z.object({
  q: z.string().max(100).default(''),
  group: z
    .union([z.literal('').transform(() => null), z.coerce.number().int().min(1).max(2_147_483_647)])
    .default(null),
  state: z.enum(['', 'incomplete', 'unchecked', 'away']).default(''),
  page: z.coerce.number().int().min(1).max(10_000).default(1),
});

type Props = { searchParams: Promise<Record<string, string | string[]>> };

export default async function StudyPeoplePage({ searchParams }: Props) {
  const actor = await requireActor();
  const filter = search.safeParse(await searchParams);
  if (!filter.success) notFound();
  const list = await loadPeople(actor, filter.data);
  if (!list) notFound();
  return (
    <Page>
      <PeoplePage list={list} filter={filter.data} />
    </Page>
  );
}
