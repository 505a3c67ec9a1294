import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { PlanPage } from '@/features/curriculum/components/plan-page';
import { loadPlan } from '@/features/curriculum/load-plan';
import { parseId } from '@/server/params';
import { requireActor } from '@/server/session';
import { Page } from '@/ui/page';

export const metadata: Metadata = { title: 'Учебный план' };

type Props = { params: Promise<{ curriculumId: string }> };

export default async function CurriculumPage({ params }: Props) {
  const actor = await requireActor();
  const id = parseId((await params).curriculumId);
  const plan = id === null ? null : await loadPlan(actor, id);
  if (!plan) notFound();
  return (
    <Page>
      <PlanPage plan={plan} />
    </Page>
  );
}
