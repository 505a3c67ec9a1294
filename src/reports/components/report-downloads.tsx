import type { ReportFormat } from '../define';

const names: Record<ReportFormat, string> = { pdf: 'PDF для печати', xlsx: 'Excel (XLSX)', csv: 'CSV' };

/** The same report as files; `query` is what the page itself was asked with. */
export function ReportDownloads(props: { reportId: string; query: string; formats?: readonly ReportFormat[] }) {
  const { reportId, query, formats = ['pdf', 'xlsx', 'csv'] } = props;
  return (
    <p className="report-downloads no-print">
      Скачать:
      {formats.map((format) => (
        <a
          key={format}
          href={`/api/reports/${reportId}/${format}?${query}`}
          target={format === 'pdf' ? '_blank' : undefined}
          rel="noopener noreferrer"
        >
          {names[format]}
        </a>
      ))}
    </p>
  );
}
