import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { RoomsPage } from '@/features/structure/components/rooms-page';
import { loadRooms } from '@/features/structure/load-rooms';
import { requireActor } from '@/server/session';
import { Page } from '@/ui/page';

export const metadata: Metadata = { title: 'Кабинеты' };

export default async function StudyRoomsPage() {
  const view = await loadRooms(await requireActor());
  if (!view) notFound();
  return (
    <Page>
      <RoomsPage view={view} />
    </Page>
  );
}
