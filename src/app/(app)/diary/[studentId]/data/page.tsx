import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { DiaryFrame } from '@/features/diary/components/diary-frame';
import { loadDiaryOwner } from '@/features/diary/load-owner';
import { OwnDataPage } from '@/features/people/components/own-data-page';
import { loadOwnData } from '@/features/people/load-own-data';
import { parseId } from '@/server/params';
import { requireActor } from '@/server/session';

export const metadata: Metadata = { title: 'Данные в колледже' };

export default async function DiaryDataPage({ params }: { params: Promise<{ studentId: string }> }) {
  const actor = await requireActor();
  const studentId = parseId((await params).studentId);
  if (studentId === null) notFound();
  const [owner, data] = await Promise.all([loadDiaryOwner(actor, studentId), loadOwnData(actor, studentId)]);
  if (!owner || !data) notFound();
  return (
    <DiaryFrame owner={owner}>
      <OwnDataPage data={data} />
    </DiaryFrame>
  );
}
