import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { StudyPage } from '@/features/study-office/components/study-page';
import { studyPlacesOf } from '@/features/study-office/study-places';
import { requireActor } from '@/server/session';
import { Page } from '@/ui/page';

export const metadata: Metadata = { title: 'Учебная часть' };

export default async function StudyOfficePage() {
  const places = studyPlacesOf(await requireActor());
  if (places.length === 0) notFound();
  return (
    <Page>
      <StudyPage places={places} />
    </Page>
  );
}
