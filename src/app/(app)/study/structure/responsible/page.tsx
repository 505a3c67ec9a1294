import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { ResponsiblePage } from '@/features/structure/components/responsible-page';
import { loadResponsible } from '@/features/structure/load-registers';
import { requireActor } from '@/server/session';
import { Page } from '@/ui/page';

export const metadata: Metadata = { title: 'Ответственные лица' };

export default async function StudyResponsiblePage() {
  const view = await loadResponsible(await requireActor());
  if (!view) notFound();
  return (
    <Page>
      <ResponsiblePage view={view} />
    </Page>
  );
}
