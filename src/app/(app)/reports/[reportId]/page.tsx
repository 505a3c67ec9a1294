import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { can } from '@/access/actor';
import { ReportDownloads } from '@/reports/components/report-downloads';
import { ReportForm } from '@/reports/components/report-form';
import { openReport } from '@/reports/open-report';
import { findReport } from '@/reports/registry';
import { ReportView } from '@/reports/render/html';
import { requireActor } from '@/server/session';
import { Notice } from '@/ui/notice';
import { Page } from '@/ui/page';

type Props = {
  params: Promise<{ reportId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export const metadata: Metadata = { title: 'Отчёт' };

/** Any report of the registry that has no page of its own: its parameters, its preview, its files. */
export default async function ReportPage({ params, searchParams }: Props) {
  const actor = await requireActor();
  const report = findReport((await params).reportId);
  if (!report || !can(actor, report.permission)) notFound();
  const opened = await openReport(report, actor, await searchParams);
  if (!opened) notFound();
  const { fields, document, refusal, address } = opened;
  return (
    <Page>
      <div className="single-wide report">
        <div className="day-head">
          <h1>{report.title}</h1>
        </div>
        <ReportForm reportId={report.id} fields={fields} />
        {refusal && <Notice kind="error">{refusal}</Notice>}
        {document && <ReportDownloads reportId={report.id} query={address} />}
        {document && <ReportView document={document} />}
      </div>
    </Page>
  );
}
