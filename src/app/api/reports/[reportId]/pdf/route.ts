import { Readable } from 'node:stream';
import { can } from '@/access/actor';
import { findReport } from '@/reports/registry';
import { Refusal } from '@/server/errors';
import { readRoute } from '@/server/http';

/** Preview by parameters, or the printed document by `?print=<code>`. 404 foreign, 422 bad parameters with their names. */
export const GET = readRoute(async (actor, params, request) => {
  const report = findReport(params.reportId);
  if (!report || !can(actor, report.permission)) throw new Refusal('NOT_FOUND');
  const query = Object.fromEntries(new URL(request.url).searchParams);
  const file =
    query.print === undefined
      ? await report.preview(actor, parsed(report.query, query), request.signal)
      : await report.printed(actor, query.print, request.signal);
  if (!file) throw new Refusal('NOT_FOUND');
  return new Response(Readable.toWeb(file.stream) as ReadableStream, {
    headers: {
      'Content-Type': 'application/pdf',
      'Content-Disposition': `inline; filename*=UTF-8''${encodeURIComponent(file.name)}`,
    },
  });
});

type Schema<Params> = {
  safeParse: (
    value: unknown,
  ) => { success: true; data: Params } | { success: false; error: { issues: { path: PropertyKey[] }[] } };
};

function parsed<Params>(schema: Schema<Params>, query: Record<string, string>): Params {
  const result = schema.safeParse(query);
  if (result.success) return result.data;
  throw new Refusal('INVALID', {
    fields: [...new Set(result.error.issues.map((issue) => issue.path.join('.') || 'параметры'))],
  });
}
