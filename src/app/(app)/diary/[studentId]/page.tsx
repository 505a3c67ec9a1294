import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { DiaryFrame } from '@/features/diary/components/diary-frame';
import { DiaryWeekPage } from '@/features/diary/components/diary-week';
import { loadDiaryWeek } from '@/features/diary/load-diary-week';
import { diaryWeekAddress } from '@/features/diary/params';
import { requireActor } from '@/server/session';

export const metadata: Metadata = { title: 'Дневник' };

type Props = {
  params: Promise<{ studentId: string }>;
  searchParams: Promise<{ date?: string | string[]; view?: string | string[] }>;
};

export default async function DiaryPage({ params, searchParams }: Props) {
  const actor = await requireActor();
  const address = await diaryWeekAddress(params, searchParams);
  if (!address) notFound();
  const { studentId, date, view } = address;
  const loaded = await loadDiaryWeek(actor, studentId, { date, mode: view });
  if (!loaded) notFound();
  return (
    <DiaryFrame owner={loaded.owner}>
      <DiaryWeekPage week={loaded.week} />
    </DiaryFrame>
  );
}
