import type { Actor } from '@/access/actor';
import { db } from '@/server/db';
import { Refusal } from '@/server/errors';
import { fullDateTime } from '@/texts/format';
import { kindsOf } from './all-kinds';
import type { ReportRow } from './carry-out-import';
import { fateWords } from './fate-words';

/** What an import did, row by row, for whoever may bring tables of this kind. @throws Refusal NOT_FOUND */
export async function loadReportTable(actor: Actor, wanted: string): Promise<{ name: string; rows: string[][] }> {
  const id = /^[1-9]\d{0,8}$/.test(wanted) ? Number(wanted) : 0;
  const run = await db().importRun.findFirst({
    where: { id, state: 'done', kind: { in: kindsOf(actor).map((kind) => kind.id) } },
    select: { kind: true, fileName: true, doneAt: true, report: true },
  });
  const kind = kindsOf(actor).find((one) => one.id === run?.kind);
  if (!run || !kind) throw new Refusal('NOT_FOUND');
  const report = run.report as ReportRow[];
  const names = await kind.name(db(), [...new Set(report.flatMap(([, , record]) => record ?? []))]);
  const done = run.doneAt ? fullDateTime(run.doneAt, actor.timeZone) : '';
  return {
    name: `Отчёт о загрузке ${id}`,
    rows: [
      [`${kind.title}: файл «${run.fileName}», записан ${done}`],
      ['Строка файла', 'Что сделано', 'Запись №', 'Запись'],
      ...report.map(([place, fate, record]) => [
        String(place),
        fateWords[fate].done,
        record === null ? '' : String(record),
        record === null ? '' : (names.get(record) ?? ''),
      ]),
    ],
  };
}
