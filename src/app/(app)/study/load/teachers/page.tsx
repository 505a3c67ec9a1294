import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { canAny } from '@/access/actor';
import { NoYear } from '@/features/study-office/components/no-year';
import { yearQuery } from '@/features/study-office/year-query';
import { TeachersPage } from '@/features/teaching-load/components/teachers-page';
import { loadReaders } from '@/features/teaching-load/load-overview';
import { loadTeachers } from '@/features/teaching-load/load-teachers';
import { requireActor } from '@/server/session';
import { Page } from '@/ui/page';

export const metadata: Metadata = { title: 'Нагрузка преподавателей' };

type Props = { searchParams: Promise<{ year?: string | string[] }> };

export default async function TeachersLoadPage({ searchParams }: Props) {
  const actor = await requireActor();
  const year = yearQuery((await searchParams).year);
  const view = year === null ? null : await loadTeachers(actor, year);
  if (!view && (year !== undefined || !canAny(actor, loadReaders))) notFound();
  return <Page>{view ? <TeachersPage view={view} /> : <NoYear title="Нагрузка преподавателей" />}</Page>;
}
