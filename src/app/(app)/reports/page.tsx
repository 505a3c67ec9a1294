import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { can } from '@/access/actor';
import { findReport, reportIds } from '@/reports/registry';
import { requireActor } from '@/server/session';
import { Page } from '@/ui/page';
import { Section } from '@/ui/section';

export const metadata: Metadata = { title: 'Отчёты' };

export default async function ReportsPage() {
  const actor = await requireActor();
  const reports = reportIds.flatMap((id) => findReport(id) ?? []).filter((report) => can(actor, report.permission));
  if (reports.length === 0) notFound();
  return (
    <Page>
      <div className="single-wide">
        <div className="day-head">
          <h1>Отчёты</h1>
        </div>
        <Section id="print-reports" title="Ведомости и отчёты группы">
          <ul className="plain-list">
            {reports.map((report) => (
              <li key={report.id}>
                <Link prefetch={false} href={`/reports/${report.id}`}>
                  {report.title}
                </Link>
                <p className="aside-note">{report.purpose}</p>
              </li>
            ))}
          </ul>
        </Section>
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
            <li>
              <Link prefetch={false} href="/reports/register">
                Реестр напечатанного
              </Link>
              <p className="aside-note">Номера, даты, страницы, кто печатал и совпадает ли с журналом</p>
            </li>
          </ul>
        </Section>
      </div>
    </Page>
  );
}
