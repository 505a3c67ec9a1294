import { z } from 'zod';
import { loadRights, type RightsView } from '@/features/rights/load-rights';
import { db } from '@/server/db';
import { fullDateTime } from '@/texts/format';
import { defineReport } from '../define';
import { type ReportColumn, type ReportRow, text } from '../document';

/** «Права доступа»: which functions each position has (R-003, C-12; S1 3.1). */
export const accessRights = defineReport({
  id: 'access-rights',
  title: 'Права доступа',
  purpose: 'Какие функции журнала даны каждой должности',
  permission: 'rights.edit',
  college: true,
  params: z.strictObject({}),
  fields: async () => [],
  load: async (actor) => {
    const rights = await loadRights(actor);
    const institution = await db().institution.findFirst({ select: { name: true } });
    return rights && { rights, institution: institution?.name ?? '' };
  },
  build: ({ rights, institution }, { now, timeZone }) => ({
    title: 'Права доступа',
    subtitle: 'функции по должностям',
    organisation: institution,
    asOf: `Права доступа на ${fullDateTime(now, timeZone)}`,
    createdAt: now,
    fileName: 'Права доступа',
    paper: { landscape: true, bindingMarginMm: 20 },
    blocks: rights.areas.map(({ area, rows }) => ({
      kind: 'table',
      title: area,
      columns: columnsOf(rights),
      rows: rows.map(({ words, cells }): ReportRow => [text(words), ...cells.map(({ state }) => text(signs[state]))]),
      totals: [],
    })),
  }),
});

const signs = { on: 'да', fixed: 'да', off: '–', no: '' } as const;

function columnsOf({ roles }: RightsView): ReportColumn[] {
  const first: ReportColumn = { title: 'Функция', width: 74, align: 'left', sticky: true };
  return [
    first,
    ...roles.map(({ label }): ReportColumn => ({ title: label, width: 13.5, align: 'centre', rotated: true })),
  ];
}
