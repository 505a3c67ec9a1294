import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { z } from 'zod';
import { OrderForm } from '@/features/orders/components/order-form';
import { loadOrderForm } from '@/features/orders/load-order-form';
import { orderActs } from '@/features/orders/order-draft';
import { requireActor } from '@/server/session';
import { Page } from '@/ui/page';

export const metadata: Metadata = { title: 'Новый приказ' };

const search = z.object({
  kind: z.enum(orderActs).default('enrollment'),
  group: z
    .union([z.literal('').transform(() => null), z.coerce.number().int().min(1).max(2_147_483_647)])
    .default(null),
});

type Props = { searchParams: Promise<Record<string, string | string[]>> };

export default async function NewOrderPage({ searchParams }: Props) {
  const actor = await requireActor();
  const asked = search.safeParse(await searchParams);
  if (!asked.success) notFound();
  const form = await loadOrderForm(actor, asked.data.group);
  if (!form) notFound();
  return (
    <Page>
      <div className="single">
        <Link href="/study/orders" prefetch={false}>
          ‹ Приказы
        </Link>
        <div className="day-head">
          <h1>Новый приказ</h1>
        </div>
        <OrderForm form={form} kind={asked.data.kind} source={asked.data.group} />
      </div>
    </Page>
  );
}
