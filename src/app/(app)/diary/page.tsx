import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { can } from '@/access/actor';
import { firstDiary } from '@/features/diary/diary-reader';
import { diaryHref } from '@/features/diary/links';
import { requireActor } from '@/server/session';
import { EmptyState } from '@/ui/empty-state';
import { Page } from '@/ui/page';

export const metadata: Metadata = { title: 'Дневник' };

/** One's own diary, or the first child's; a parent without any learns why. */
export default async function DiaryStartPage() {
  const actor = await requireActor();
  const studentId = firstDiary(actor);
  if (studentId !== null) redirect(diaryHref(studentId));
  if (!can(actor, 'diary.viewChild')) notFound();
  return (
    <Page>
      <EmptyState title="Открытых вам дневников нет.">
        Дневник совершеннолетнего студента родители видят только с его согласия. Если ребёнок младше 18 лет, обратитесь
        к куратору группы.
      </EmptyState>
    </Page>
  );
}
