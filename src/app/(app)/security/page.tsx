import type { Metadata } from 'next';
import { SecurityPage } from '@/features/auth/components/security-page';
import { loadOwnSecurity } from '@/features/auth/load-own-security';
import { requireActor } from '@/server/session';
import { Page } from '@/ui/page';

export const metadata: Metadata = { title: 'Мой вход' };

export default async function OwnSecurityPage() {
  const security = await loadOwnSecurity(await requireActor());
  return (
    <Page>
      <SecurityPage security={security} />
    </Page>
  );
}
