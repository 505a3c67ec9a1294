import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { z } from 'zod';
import { RegulationEditPage } from '@/features/institution/components/regulation-edit-page';
import { loadRegulationForm } from '@/features/institution/load-regulation-form';
import { requireActor } from '@/server/session';
import { Page } from '@/ui/page';

export const metadata: Metadata = { title: 'Новая редакция положения' };

const search = z.object({ base: z.enum(['current', 's0', 's1', 's2', 's3', 's4', 'demo']).default('current') });

type Props = { searchParams: Promise<{ base?: string | string[] }> };

export default async function EditRegulationPage({ searchParams }: Props) {
  const actor = await requireActor();
  const wanted = search.safeParse(await searchParams);
  if (!wanted.success) notFound();
  const form = await loadRegulationForm(actor, wanted.data.base);
  if (!form) notFound();
  return (
    <Page>
      <RegulationEditPage form={form} />
    </Page>
  );
}
