import type { Metadata } from 'next';
import { DocumentsPage } from '@/features/structure/components/documents-page';
import { loadDocuments } from '@/features/structure/load-registers';
import { requireActor } from '@/server/session';
import { Page } from '@/ui/page';

export const metadata: Metadata = { title: 'Документы' };

/** For whoever has signed in. */
export default async function CollegeDocumentsPage() {
  const view = await loadDocuments(await requireActor());
  return (
    <Page>
      <DocumentsPage view={view} />
    </Page>
  );
}
