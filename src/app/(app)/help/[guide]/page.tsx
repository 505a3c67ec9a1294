import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { GuidePage } from '@/features/help/components/guide-page';
import { guidesOf, isGuide } from '@/features/help/guides';
import { readGuide } from '@/features/help/read-guide';
import { requireActor } from '@/server/session';
import { Page } from '@/ui/page';

export const metadata: Metadata = { title: 'Справка' };

type Props = { params: Promise<{ guide: string }> };

export default async function HelpGuidePage({ params }: Props) {
  const actor = await requireActor();
  const { guide } = await params;
  if (!isGuide(guide)) notFound();
  return (
    <Page>
      <GuidePage name={guide} own={guidesOf(actor.roles)} guide={await readGuide(guide)} />
    </Page>
  );
}
