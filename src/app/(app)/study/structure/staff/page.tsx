import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { z } from 'zod';
import { StaffPage } from '@/features/structure/components/staff-page';
import { loadStaff } from '@/features/structure/load-staff';
import { requireActor } from '@/server/session';
import { Page } from '@/ui/page';

export const metadata: Metadata = { title: 'Сотрудники' };

const search = z.object({ q: z.string().max(100).default(''), left: z.enum(['', '1']).default('') });

type Props = { searchParams: Promise<{ q?: string | string[]; left?: string | string[] }> };

export default async function StudyStaffPage({ searchParams }: Props) {
  const actor = await requireActor();
  const query = search.safeParse(await searchParams);
  if (!query.success) notFound();
  const view = await loadStaff(actor, { q: query.data.q, left: query.data.left === '1' });
  if (!view) notFound();
  return (
    <Page>
      <StaffPage view={view} />
    </Page>
  );
}
