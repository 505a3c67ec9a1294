import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { z } from 'zod';
import { OrdersPage } from '@/features/orders/components/orders-page';
import { loadOrders } from '@/features/orders/load-orders';
import { orderKinds } from '@/features/orders/order-kinds';
import { requireActor } from '@/server/session';
import { Page } from '@/ui/page';

export const metadata: Metadata = { title: 'Приказы по контингенту' };

const search = z.object({
  q: z.string().max(100).default(''),
  kind: z.enum(['', ...orderKinds]).default(''),
  year: z.union([z.literal('').transform(() => null), z.coerce.number().int().min(1990).max(2100)]).default(null),
  page: z.coerce.number().int().min(1).max(10_000).default(1),
});

type Props = { searchParams: Promise<Record<string, string | string[]>> };

export default async function StudyOrdersPage({ searchParams }: Props) {
  const actor = await requireActor();
  const filter = search.safeParse(await searchParams);
  if (!filter.success) notFound();
  const register = await loadOrders(actor, filter.data);
  if (!register) notFound();
  return (
    <Page>
      <OrdersPage register={register} filter={filter.data} />
    </Page>
  );
}
