import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { StructurePage } from '@/features/structure/components/structure-page';
import { loadStructure } from '@/features/structure/load-structure';
import { requireActor } from '@/server/session';
import { Page } from '@/ui/page';

export const metadata: Metadata = { title: 'Структура колледжа' };

export default async function StudyStructurePage() {
  const view = await loadStructure(await requireActor());
  if (!view) notFound();
  return (
    <Page>
      <StructurePage view={view} />
    </Page>
  );
}
