import { buffer } from 'node:stream/consumers';
import { loadScheme } from '@/features/schemes/load-scheme';
import { db } from '@/server/db';
import { Refusal } from '@/server/errors';
import { type RouteHandler, readRoute } from '@/server/http';
import { requireId } from '@/server/params';
import type { ReportDocument } from '../document';
import { reportCsv } from '../render/csv';
import { reportPdf } from '../render/pdf';
import { reportXlsx } from '../render/xlsx';
import { schemeDocument } from './scheme-document';

const formats = {
  xlsx: { type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', render: reportXlsx },
  csv: { type: 'text/csv; charset=utf-8', render: reportCsv },
  pdf: {
    type: 'application/pdf',
    render: async (document: ReportDocument, signal: AbortSignal) => buffer(reportPdf(document, signal)),
  },
} as const;

/** A КТП in the actor's sight as a file that the import reads again, or on paper. */
export function schemeRoute(format: keyof typeof formats): RouteHandler {
  return readRoute(async (actor, { schemeId }, { signal }) => {
    const view = await loadScheme(actor, requireId(schemeId));
    if (!view) throw new Refusal('NOT_FOUND');
    const institution = await db().institution.findUniqueOrThrow({ where: { id: 1 }, select: { name: true } });
    const document = schemeDocument(view, institution.name, actor);
    const { type, render } = formats[format];
    const name = encodeURIComponent(`${document.fileName}.${format}`);
    return new Response(new Uint8Array(await render(document, signal)), {
      headers: { 'Content-Type': type, 'Content-Disposition': `attachment; filename*=UTF-8''${name}` },
    });
  });
}
