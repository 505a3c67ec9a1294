import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { can } from '@/access/actor';
import type { Report } from '@/reports/define';
import { findReport, reportIds } from '@/reports/registry';
import { requireActor } from '@/server/session';
import { Page } from '@/ui/page';
import { Section } from '@/ui/section';

export const metadata: Metadata = { title: 'Отчёты' };

export default async function ReportsPage() {
  const actor = await requireActor();
  const reports = reportIds.flatMap((id) => findReport(id) ?? []).filter((report) => can(actor, report.permission));
  if (reports.length === 0) notFound();
  const ofGroup = reports.filter(({ college }) => !college);
  return (
    <Page>
      <div className="single-wide">
        <div className="day-head">
          <h1>Отчёты</h1>
        </div>
        {ofGroup.length > 0 && (
          <Section id="print-reports" title="Ведомости и отчёты группы">
            <ul className="plain-list">{ofGroup.map(reportLine)}</ul>
          </Section>
        )}
        <Section id="whole-college" title="Весь колледж">
          <ul className="plain-list">
            {can(actor, 'report.print') && (
              <li>
                <Link prefetch={false} href="/reports/college">
                  Печать всех групп
                </Link>
                <p className="aside-note">Ведомости колледжа или отделения за период одним пакетом, в фоне</p>
              </li>
            )}
            {can(actor, 'report.preview') && (
              <li>
                <Link prefetch={false} href="/reports/register">
                  Реестр напечатанного
                </Link>
                <p className="aside-note">Номера, даты, страницы, кто печатал и совпадает ли с журналом</p>
              </li>
            )}
            {reports.filter(({ college }) => college).map(reportLine)}
          </ul>
        </Section>
      </div>
    </Page>
  );
}

function reportLine({ id, title, purpose }: Report) {
  return (
    <li key={id}>
      <Link prefetch={false} href={`/reports/${id}`}>
        {title}
      </Link>
      <p className="aside-note">{purpose}</p>
    </li>
  );
}
