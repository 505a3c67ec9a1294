import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { notFound } from 'next/navigation';
import { z } from 'zod';
import { AuditPage } from '@/features/audit/components/audit-page';
import { loadAudit } from '@/features/audit/load-audit';
import { requestMeta } from '@/server/address';
import { requireActor } from '@/server/session';
import { Page } from '@/ui/page';

export const metadata: Metadata = { title: 'Аудит' };

const day = z.union([z.literal(''), z.iso.date()]).default('');
const search = z.object({
  view: z.enum(['acts', 'entries']).default('acts'),
  q: z.string().max(100).default(''),
  command: z.string().max(60).default(''),
  from: day,
  to: day,
  before: z.coerce.number().int().min(1).max(Number.MAX_SAFE_INTEGER).nullable().default(null),
});

type Props = { searchParams: Promise<Record<string, string | string[]>> };

export default async function AdminAuditPage({ searchParams }: Props) {
  const actor = await requireActor();
  const filter = search.safeParse(await searchParams);
  if (!filter.success) notFound();
  const { address, device } = requestMeta(await headers());
  const audit = await loadAudit(actor, filter.data, { address, device });
  if (!audit) notFound();
  return (
    <Page>
      <AuditPage audit={audit} filter={filter.data} />
    </Page>
  );
}
