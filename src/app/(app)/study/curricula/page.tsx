import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { CurriculaPage } from '@/features/curriculum/components/curricula-page';
import { loadCurricula } from '@/features/curriculum/load-curricula';
import { requireActor } from '@/server/session';
import { Page } from '@/ui/page';

export const metadata: Metadata = { title: 'Учебные планы' };

export default async function CurriculaListPage() {
  const view = await loadCurricula(await requireActor());
  if (!view) notFound();
  return (
    <Page>
      <CurriculaPage view={view} />
    </Page>
  );
}
