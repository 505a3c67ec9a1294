import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { OrderPage } from '@/features/orders/components/order-page';
import { loadOrder } from '@/features/orders/load-order';
import { parseId } from '@/server/params';
import { requireActor } from '@/server/session';
import { Page } from '@/ui/page';

export const metadata: Metadata = { title: 'Приказ' };

export default async function StudyOrderPage({ params }: { params: Promise<{ orderId: string }> }) {
  const actor = await requireActor();
  const orderId = parseId((await params).orderId);
  const order = orderId === null ? null : await loadOrder(actor, orderId);
  if (!order) notFound();
  return (
    <Page>
      <OrderPage order={order} />
    </Page>
  );
}
