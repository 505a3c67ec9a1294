import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { publishGradesAction } from '@/features/journal/actions';
import { PackedJournal } from '@/features/journal/components/packed-journal';
import { loadJournal } from '@/features/journal/load-journal';
import { packJournal } from '@/features/journal/packed-journal';
import { parseId } from '@/server/params';
import { requireActor } from '@/server/session';

export const metadata: Metadata = { title: 'Журнал' };

type Props = {
  params: Promise<{ sectionId: string }>;
  searchParams: Promise<{ period?: string | string[]; lesson?: string | string[] }>;
};

export default async function JournalPage({ params, searchParams }: Props) {
  const actor = await requireActor();
  const { period, lesson } = await searchParams;
  const sectionId = parseId((await params).sectionId);
  const periodId = period === undefined ? undefined : parseId(String(period));
  if (sectionId === null || periodId === null) notFound();
  const loaded = await loadJournal(actor, sectionId, periodId);
  if (!loaded) notFound();
  return (
    <PackedJournal
      data={packJournal(loaded)}
      key={`${sectionId} ${loaded.view.period.id}`}
      timeZone={actor.timeZone}
      opening={{ lessonId: parseId(String(lesson ?? '')) ?? undefined }}
      printHref={`/reports/period-ledger?group=${loaded.view.section.groupId}&period=${loaded.view.period.id}`}
      publishAction={publishGradesAction}
    />
  );
}
