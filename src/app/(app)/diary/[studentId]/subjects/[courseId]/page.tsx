import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { DiaryFrame } from '@/features/diary/components/diary-frame';
import { SubjectPage } from '@/features/diary/components/subject-page';
import { loadSubject } from '@/features/diary/load-subject';
import { diarySubjectAddress } from '@/features/diary/params';
import { requireActor } from '@/server/session';

export const metadata: Metadata = { title: 'Предмет' };

type Props = {
  params: Promise<{ studentId: string; courseId: string }>;
  searchParams: Promise<{ period?: string | string[] }>;
};

export default async function DiarySubjectPage({ params, searchParams }: Props) {
  const actor = await requireActor();
  const address = await diarySubjectAddress(params, searchParams);
  if (!address) notFound();
  const loaded = await loadSubject(actor, address.studentId, address.courseId, address.period);
  if (!loaded) notFound();
  return (
    <DiaryFrame owner={loaded.owner}>
      <SubjectPage subject={loaded.subject} />
    </DiaryFrame>
  );
}
