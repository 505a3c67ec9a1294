import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { BellsPage } from '@/features/calendar/components/bells-page';
import { loadBells } from '@/features/calendar/load-bells';
import { requireActor } from '@/server/session';
import { Page } from '@/ui/page';

export const metadata: Metadata = { title: 'Звонки' };

export default async function StudyBellsPage() {
  const view = await loadBells(await requireActor());
  if (!view) notFound();
  return (
    <Page>
      <BellsPage view={view} />
    </Page>
  );
}
