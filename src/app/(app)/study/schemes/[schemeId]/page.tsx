import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { SchemePage } from '@/features/schemes/components/scheme-page';
import { loadScheme } from '@/features/schemes/load-scheme';
import { parseId } from '@/server/params';
import { requireActor } from '@/server/session';
import { Page } from '@/ui/page';

export const metadata: Metadata = { title: 'КТП' };

type Props = { params: Promise<{ schemeId: string }> };

export default async function SchemeOfWorkPage({ params }: Props) {
  const actor = await requireActor();
  const schemeId = parseId((await params).schemeId);
  const view = schemeId === null ? null : await loadScheme(actor, schemeId);
  if (!view) notFound();
  return (
    <Page>
      <SchemePage key={`${view.id} ${view.state}`} view={view} />
    </Page>
  );
}
