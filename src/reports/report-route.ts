import { Readable } from 'node:stream';
import { can } from '@/access/actor';
import { Refusal } from '@/server/errors';
import { type RouteHandler, readRoute } from '@/server/http';
import type { ReportFormat } from './define';
import { findReport } from './registry';

const types: Record<ReportFormat, string> = {
  pdf: 'application/pdf',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
};

/**
 * A report's download by parameters, or the printed document by `?print=<code>`. 401 unsigned, 404 foreign, 422 bad parameters
 * with their names (contract.md).
 */
export function reportRoute(format: ReportFormat): RouteHandler {
  return readRoute(async (actor, params, request) => {
    const report = findReport(params.reportId);
    if (!report || !can(actor, report.permission)) throw new Refusal('NOT_FOUND');
    const { print, ...query } = Object.fromEntries(new URL(request.url).searchParams);
    const file =
      print === undefined
        ? await report.file(actor, format, query, request.signal)
        : format === 'pdf' && (await report.printed?.(actor, print, request.signal));
    if (!file) throw new Refusal('NOT_FOUND');
    const place = format === 'pdf' ? 'inline' : 'attachment';
    return new Response(Readable.toWeb(file.stream) as ReadableStream, {
      headers: {
        'Content-Type': types[format],
        'Content-Disposition': `${place}; filename*=UTF-8''${encodeURIComponent(file.name)}`,
      },
    });
  });
}
