import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { OwnJobs } from '@/features/jobs/components/own-jobs';
import { loadCollegePrint } from '@/reports/college-print/load-college-print';
import { CollegePrintForm } from '@/reports/components/college-print-form';
import { requireActor } from '@/server/session';
import { EmptyState } from '@/ui/empty-state';
import { Page } from '@/ui/page';
import { Section } from '@/ui/section';

export const metadata: Metadata = { title: 'Печать всех групп' };

export default async function CollegePrintPage() {
  const view = await loadCollegePrint(await requireActor());
  if (!view) notFound();
  return (
    <Page>
      <div className="single-wide report">
        <h1>Печать всех групп</h1>
        <p className="aside-note">
          Ведомость успеваемости каждой группы печатается отдельным файлом и вносится в реестр; в конце все файлы
          собираются в один пакет. Страницу можно закрыть: печать продолжится.
        </p>
        <CollegePrintForm periods={view.periods} departments={view.departments} />
        <Section
          id="own-prints"
          title="Ваши печати"
          note="пакет хранится две недели, каждый документ остаётся в реестре"
        >
          {view.jobs.length === 0 ? (
            <EmptyState title="Печатей ещё не было." />
          ) : (
            <OwnJobs jobs={view.jobs} after={(job) => <a href={`/api/jobs/${job.id}/file`}>Скачать пакет</a>} />
          )}
        </Section>
      </div>
    </Page>
  );
}
