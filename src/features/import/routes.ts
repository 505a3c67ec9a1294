import { forgetBytes, receiveBytes } from '@/features/files/receive-bytes';
import { Refusal } from '@/server/errors';
import { readRoute, toFileRoute } from '@/server/http';
import { toUploadRoute } from '@/server/http-upload';
import { requireKind } from './all-kinds';
import { beginImport } from './begin-import';
import { exportTable } from './export-table';
import { loadReportTable } from './load-report-table';
import { fileAnswer, type TableFormat, tableFile, tableFormats, templateSheet } from './table-file';

/** `POST /api/study/import?kind=&name=&pasted=` with the bytes of a file, or a pasted text, as the body. */
export const uploadRoute = toUploadRoute(beginImport, {
  place: (query) => ({
    kind: query.get('kind') ?? '',
    name: tidyName(query.get('name') ?? ''),
    pasted: query.get('pasted') === '1',
  }),
  welcome: async (actor, { kind }) => {
    requireKind(actor, kind);
  },
  take: async ({ kind, name, pasted }, request) => {
    const { key, hash, size } = await receiveBytes(request);
    if (size === 0) throw new Refusal('INVALID', { detail: 'файл пуст' });
    return {
      input: { kind, name, pasted, key, hash },
      settle: async (result) => {
        if (!result) await forgetBytes(key);
      },
    };
  },
});

/** `GET /api/study/import/template/[kind]/[format]` */
export const templateRoute = readRoute(async (actor, params) => {
  const kind = requireKind(actor, params.kind ?? '');
  const format = formatOf(params.format);
  return fileAnswer(await tableFile(templateSheet(kind), format), `Шаблон – ${kind.title}`, format);
});

/** `POST /api/study/import/export` with `{kind, format}`. */
export const exportRoute = toFileRoute(exportTable, {
  body: (json) => json,
  answer: async ({ format, sheet }, actor) =>
    fileAnswer(await tableFile(sheet, format), `${sheet.title} ${actor.today}`, format),
});

/** `GET /api/study/import/report/[runId]/[format]`: what an import did, row by row. */
export const reportRoute = readRoute(async (actor, params) => {
  const format = formatOf(params.format);
  const { name, rows } = await loadReportTable(actor, params.runId ?? '');
  return fileAnswer(await tableFile({ title: name, rows, head: 1, widths: [12, 16, 10, 40] }, format), name, format);
});

function formatOf(text: string | undefined): TableFormat {
  const format = tableFormats.find((one) => one === text);
  if (!format) throw new Refusal('NOT_FOUND');
  return format;
}

/** The name of a file as it is shown: without controls and marks that turn the direction of writing. */
function tidyName(name: string): string {
  const seen = name
    .toWellFormed()
    .replaceAll(/[\p{Cc}\p{Cf}]/gu, '')
    .trim();
  return [...seen].slice(0, 120).join('') || 'таблица';
}
