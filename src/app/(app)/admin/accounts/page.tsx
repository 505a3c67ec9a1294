import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { z } from 'zod';
import { AccountsPage } from '@/features/accounts/components/accounts-page';
import { loadAccounts } from '@/features/accounts/load-accounts';
import { requireActor } from '@/server/session';
import { Page } from '@/ui/page';

export const metadata: Metadata = { title: 'Учётные записи' };

const search = z.object({
  q: z.string().max(100).default(''),
  kind: z.enum(['', 'staff', 'students', 'parents']).default(''),
  group: z
    .union([z.literal('').transform(() => null), z.coerce.number().int().min(1).max(2_147_483_647)])
    .default(null),
  state: z.enum(['', 'none', 'issued', 'open', 'blocked', 'unused']).default(''),
  page: z.coerce.number().int().min(1).max(10_000).default(1),
});

type Props = { searchParams: Promise<Record<string, string | string[]>> };

export default async function AdminAccountsPage({ searchParams }: Props) {
  const actor = await requireActor();
  const filter = search.safeParse(await searchParams);
  if (!filter.success) notFound();
  const list = await loadAccounts(actor, filter.data);
  if (!list) notFound();
  return (
    <Page>
      <AccountsPage list={list} filter={filter.data} />
    </Page>
  );
}
