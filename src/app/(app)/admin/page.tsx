import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { can } from '@/access/actor';
import { BackupAlert } from '@/features/backup/components/backup-alert';
import { BackupLink } from '@/features/backup/components/backup-link';
import { RegulationLink } from '@/features/institution/components/regulation-link';
import { loadInstitution } from '@/features/institution/load-institution';
import { JobsLink } from '@/features/jobs/components/jobs-link';
import { WorksSection } from '@/features/technical-works/components/works-section';
import { loadWorks } from '@/features/technical-works/load-works';
import { InstitutionPage } from '@/features/today/components/institution-page';
import { requireActor } from '@/server/session';
import { Page } from '@/ui/page';

export const metadata: Metadata = { title: 'Учреждение' };

export default async function AdminPage() {
  const actor = await requireActor();
  const [institution, works] = await Promise.all([loadInstitution(actor), loadWorks(actor)]);
  if (!institution) notFound();
  return (
    <Page>
      <InstitutionPage
        institution={institution}
        alert={can(actor, 'backup.manage') && <BackupAlert warnings={institution.health.warnings} />}
      />
      <RegulationLink />
      <BackupLink />
      <JobsLink />
      {works && <WorksSection works={works} />}
    </Page>
  );
}
