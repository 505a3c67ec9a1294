import type { Actor } from '@/access/actor';
import { groupsVisibleTo } from '@/access/scope';
import { localTimeOf } from '@/domain/deadlines/zone';
import { renderLedger } from '@/pdf/ledger';
import { db } from '@/server/db';
import { env } from '@/server/env';
import { snapshot } from '@/server/snapshot';
import { fullDate, fullDateTime } from '@/texts/format';
import type { ReportFile } from '../define';
import { buildBook, type Issue } from './build-book';
import { chosenCourses } from './chosen-courses';
import type { LedgerData, LedgerParams } from './ledger-data';
import { loadLedger } from './load-ledger';
import { groupedCode, readVerificationCode } from './verification-code';
import { isGroupVisible } from './visible-group';

/** The preview, marked «ПРОЕКТ», without number and code. Null when there is no such ledger for this actor. */
export async function previewLedger(
  actor: Actor,
  params: LedgerParams,
  signal: AbortSignal,
): Promise<ReportFile | null> {
  if (!(await isGroupVisible(actor, params.group))) return null;
  const data = await snapshot((tx) => loadLedger(tx, params, actor.today));
  const only = data && chosenCourses(data, params);
  if (!data || only?.length === 0) return null;
  const printedAt = `записи на ${fullDateTime(actor.now, actor.timeZone)}`;
  return file(data, { createdAt: actor.now, printedAt, status: { draft: true } }, only ?? undefined, signal);
}

/** The very document of the register, drawn again from its data. Null when it is not in the actor's sight. */
export async function printedLedger(actor: Actor, typed: string, signal: AbortSignal): Promise<ReportFile | null> {
  const code = readVerificationCode(typed);
  const where = { code: code ?? '', reportId: 'period-ledger', group: groupsVisibleTo(actor) };
  const printed = await db().printedDocument.findFirst({ where });
  if (!printed) return null;
  const data = JSON.parse(printed.data) as LedgerData;
  const { timeZone } = data.institution;
  const issue: Issue = {
    createdAt: printed.printedAt,
    printedAt: `записи на ${localTimeOf(printed.printedAt, timeZone)}`,
    status: {
      draft: false,
      number: printed.number,
      date: fullDateTime(printed.printedAt, timeZone).slice(0, 10),
      code: groupedCode(printed.code),
      verifyUrl: `${env().publicUrl}/verify/${groupedCode(printed.code)}`,
      hash: printed.hash,
    },
  };
  return file(data, issue, chosenCourses(data, printed.params as LedgerParams), signal);
}

function file(data: LedgerData, issue: Issue, onlyCourses: number[] | undefined, signal: AbortSignal): ReportFile {
  const stream = renderLedger(buildBook(data, issue), { signal, ...(onlyCourses ? { onlyCourses } : {}) });
  const name = `${data.print.reportTitles.periodLedger}, ${data.group.name}, ${fullDate(data.interval.from)}–${fullDate(data.interval.to)}.pdf`;
  return { stream, name };
}
