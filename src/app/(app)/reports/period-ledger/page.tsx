import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { can } from '@/access/actor';
import { LedgerFormFields } from '@/reports/components/ledger-form-fields';
import { PrintButton } from '@/reports/components/print-button';
import { RegisterTable } from '@/reports/components/register-table';
import { ReportDownloads } from '@/reports/components/report-downloads';
import { periodLedger } from '@/reports/definitions/period-ledger';
import { ledgerQuery } from '@/reports/ledger/ledger-params';
import { loadLedgerForm } from '@/reports/ledger/load-ledger-form';
import { requireActor } from '@/server/session';
import { Notice } from '@/ui/notice';
import { Page } from '@/ui/page';
import { Section } from '@/ui/section';

export const metadata: Metadata = { title: periodLedger.title };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function PeriodLedgerPage({ searchParams }: Props) {
  const actor = await requireActor();
  if (!can(actor, periodLedger.permission)) notFound();
  const query = Object.fromEntries(
    Object.entries(await searchParams).flatMap(([name, value]) =>
      typeof value === 'string' && value !== '' ? [[name, value]] : [],
    ),
  );
  const parsed = query.group === undefined ? null : ledgerQuery.safeParse(query);
  const params = parsed?.data;
  const form = await loadLedgerForm(actor, params ?? {});
  if (params && !form.chosen) notFound();
  const shown = params && form.chosen ? { ...params, period: form.chosen.period } : null;
  const address = shown && new URLSearchParams(Object.entries(shown).map(([name, value]) => [name, String(value)]));
  return (
    <Page>
      <div className="single-wide report">
        <h1>{periodLedger.title}</h1>
        <LedgerFormFields form={form} query={query} />
        {parsed && !parsed.success && (
          <Notice kind="error">
            Такую ведомость составить нельзя: проверьте даты (начало не позже конца) и число занятий на странице (от 4
            до 30).
          </Notice>
        )}
        {shown && (
          <>
            {can(actor, 'report.print') && <PrintButton reportId={periodLedger.id} params={shown} />}
            <ReportDownloads reportId={periodLedger.id} query={String(address)} formats={['xlsx', 'csv']} />
            <iframe
              className="report-preview"
              title="Предварительный просмотр ведомости"
              src={`/api/reports/${periodLedger.id}/pdf?${address}`}
            />
            <Section id="register" title="Реестр напечатанного">
              <RegisterTable reportId={periodLedger.id} rows={form.register} />
            </Section>
          </>
        )}
      </div>
    </Page>
  );
}
