import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { can } from '@/access/actor';
import { StudentNotes } from '@/features/absence-notes/components/student-notes';
import { loadStudentNotes } from '@/features/absence-notes/load-notes';
import { AbsencesPage } from '@/features/diary/components/absences-page';
import { DiaryFrame } from '@/features/diary/components/diary-frame';
import { loadAbsences } from '@/features/diary/load-absences';
import { diaryPeriodAddress } from '@/features/diary/params';
import { requireActor } from '@/server/session';

export const metadata: Metadata = { title: 'Пропуски' };

type Props = {
  params: Promise<{ studentId: string }>;
  searchParams: Promise<{ period?: string | string[] }>;
};

export default async function DiaryAbsencesPage({ params, searchParams }: Props) {
  const actor = await requireActor();
  const address = await diaryPeriodAddress(params, searchParams);
  if (!address) notFound();
  const loaded = await loadAbsences(actor, address.studentId, address.period);
  if (!loaded) notFound();
  const { studentId } = loaded.owner;
  const reports = can(actor, 'absence.report') && actor.children.includes(studentId);
  const notes = await loadStudentNotes(actor, studentId);
  return (
    <DiaryFrame owner={loaded.owner}>
      <StudentNotes studentId={studentId} notes={notes} report={reports ? { today: actor.today } : null} />
      <AbsencesPage absences={loaded.absences} />
    </DiaryFrame>
  );
}
