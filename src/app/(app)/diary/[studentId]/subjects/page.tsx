import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { DiaryFrame } from '@/features/diary/components/diary-frame';
import { SubjectsPage } from '@/features/diary/components/subjects-page';
import { loadSubjects } from '@/features/diary/load-subjects';
import { diaryPeriodAddress } from '@/features/diary/params';
import { requireActor } from '@/server/session';

export const metadata: Metadata = { title: 'Предметы' };

type Props = {
  params: Promise<{ studentId: string }>;
  searchParams: Promise<{ period?: string | string[] }>;
};

export default async function DiarySubjectsPage({ params, searchParams }: Props) {
  const actor = await requireActor();
  const address = await diaryPeriodAddress(params, searchParams);
  if (!address) notFound();
  const loaded = await loadSubjects(actor, address.studentId, address.period);
  if (!loaded) notFound();
  return (
    <DiaryFrame owner={loaded.owner}>
      <SubjectsPage subjects={loaded.subjects} />
    </DiaryFrame>
  );
}
