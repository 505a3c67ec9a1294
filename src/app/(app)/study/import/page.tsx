import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { z } from 'zod';
import { ImportsPage } from '@/features/import/components/imports-page';
import { loadImports } from '@/features/import/load-imports';
import { requireActor } from '@/server/session';
import { Page } from '@/ui/page';

export const metadata: Metadata = { title: 'Загрузка и выгрузка таблиц' };

const search = z.object({ kind: z.string().max(40).default('') });

type Props = { searchParams: Promise<{ kind?: string | string[] }> };

export default async function StudyImportPage({ searchParams }: Props) {
  const actor = await requireActor();
  const query = search.safeParse(await searchParams);
  const view = query.success ? await loadImports(actor, query.data.kind) : null;
  if (!view) notFound();
  return (
    <Page>
      <ImportsPage view={view} />
    </Page>
  );
}
