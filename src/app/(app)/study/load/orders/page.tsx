import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { OrdersPage } from '@/features/planning-orders/components/orders-page';
import { loadOrders } from '@/features/planning-orders/load-orders';
import { LoadNav } from '@/features/teaching-load/components/load-nav';
import { requireActor } from '@/server/session';
import { Page } from '@/ui/page';

export const metadata: Metadata = { title: 'Приказы о планах, нагрузке и расписании' };

export default async function PlanningOrdersPage() {
  const view = await loadOrders(await requireActor());
  if (!view) notFound();
  return (
    <Page>
      <OrdersPage view={view} nav={<LoadNav here="/orders" />} />
    </Page>
  );
}
