import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { RegulationPage } from '@/features/institution/components/regulation-page';
import { loadRegulation } from '@/features/institution/load-regulation';
import { requireActor } from '@/server/session';
import { Page } from '@/ui/page';

export const metadata: Metadata = { title: 'Положение о журнале' };

export default async function AdminRegulationPage() {
  const regulation = await loadRegulation(await requireActor());
  if (!regulation) notFound();
  return (
    <Page>
      <RegulationPage regulation={regulation} />
    </Page>
  );
}
