import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { TrainingPage } from '@/features/structure/components/training-page';
import { loadTraining } from '@/features/structure/load-registers';
import { requireActor } from '@/server/session';
import { Page } from '@/ui/page';

export const metadata: Metadata = { title: 'Обучение' };

export default async function StudyTrainingPage() {
  const view = await loadTraining(await requireActor());
  if (!view) notFound();
  return (
    <Page>
      <TrainingPage view={view} />
    </Page>
  );
}
