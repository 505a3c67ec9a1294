import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { RegulationLink } from '@/features/institution/components/regulation-link';
import { loadInstitution } from '@/features/institution/load-institution';
import { JobsLink } from '@/features/jobs/components/jobs-link';
import { InstitutionPage } from '@/features/today/components/institution-page';
import { requireActor } from '@/server/session';
import { Page } from '@/ui/page';

export const metadata: Metadata = { title: 'Учреждение' };

export default async function AdminPage() {
  const institution = await loadInstitution(await requireActor());
  if (!institution) notFound();
  return (
    <Page>
      <InstitutionPage institution={institution} />
      <RegulationLink />
      <JobsLink />
    </Page>
  );
}
