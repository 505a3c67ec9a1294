import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { notFound } from 'next/navigation';
import { CardPage } from '@/features/people/components/card-page';
import { loadCard } from '@/features/people/load-card';
import { requestMeta } from '@/server/address';
import { parseId } from '@/server/params';
import { requireActor } from '@/server/session';
import { Page } from '@/ui/page';

export const metadata: Metadata = { title: 'Личная карточка' };

export default async function StudyPersonPage({ params }: { params: Promise<{ studentId: string }> }) {
  const actor = await requireActor();
  const studentId = parseId((await params).studentId);
  const { address, device } = requestMeta(await headers());
  const card = studentId === null ? null : await loadCard(actor, studentId, { address, device });
  if (!card) notFound();
  return (
    <Page>
      <CardPage card={card} />
    </Page>
  );
}
