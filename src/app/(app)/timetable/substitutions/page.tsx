import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { SubstitutionsPage } from '@/features/substitutions/components/substitutions-page';
import { loadSubstitutions } from '@/features/substitutions/load-substitutions';
import { timetableAddress } from '@/features/timetable/params';
import { requireActor } from '@/server/session';
import { Page } from '@/ui/page';

export const metadata: Metadata = { title: 'Замены' };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** `?date=`, and `&group=` for the lessons of one group. */
export default async function TimetableSubstitutionsPage({ searchParams }: Props) {
  const actor = await requireActor();
  const address = timetableAddress(await searchParams);
  if (!address) notFound();
  const view = await loadSubstitutions(actor, address);
  if (!view) notFound();
  return (
    <Page>
      <SubstitutionsPage view={view} />
    </Page>
  );
}
