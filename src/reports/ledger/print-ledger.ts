import { planLedger } from '@/pdf/ledger/plan';
import { canonicalJson, sha256 } from '@/reports/canonical';
import { defineCommand } from '@/server/command';
import { Refusal } from '@/server/errors';
import { buildBook } from './build-book';
import { chosenCourses } from './chosen-courses';
import { ledgerParams } from './ledger-params';
import { loadLedger } from './load-ledger';
import { newVerificationCode } from './verification-code';
import { isGroupVisible } from './visible-group';

export type PrintedLedger = { code: string; number: string; pages: number; hash: string };

/**
 * Prints a ledger: fixes its data as of one moment, counts the pages and enters the paper into the register.
 * The document itself is drawn again from the register whenever it is asked for.
 */
export const printLedger = defineCommand({
  name: 'report.print-period-ledger',
  permission: 'report.print',
  input: ledgerParams,
  period: 'none',
  oneMoment: true,
  run: async ({ tx, actor, now, input }) => {
    if (!(await isGroupVisible(actor, input.group, tx))) throw new Refusal('NOT_FOUND');
    const data = await loadLedger(tx, input, actor.today);
    if (!data) throw new Refusal('NOT_FOUND');
    const only = chosenCourses(data, input);
    if (only?.length === 0) throw new Refusal('NOT_FOUND');
    const text = canonicalJson(data);
    const hash = sha256(text);
    const plan = await planLedger(buildBook(data, { createdAt: now, printedAt: '', status: { draft: true } }));
    const pages = only
      ? plan.sheets.filter((sheet) => sheet.course !== null && only.includes(sheet.course)).length
      : plan.pages;
    const [sequence] = await tx.$queryRaw<
      { id: number }[]
    >`SELECT nextval(pg_get_serial_sequence('printed_document', 'id'))::int AS id`;
    const id = sequence?.id ?? 0;
    const number = `${data.interval.from.slice(0, 4)}-${String(id).padStart(4, '0')}`;
    const code = newVerificationCode();
    const params = { ...input, period: data.period.id, from: data.interval.from, to: data.interval.to };
    await tx.printedDocument.create({
      data: {
        ...{ id, number, code, hash, pages, params, data: text, reportId: 'period-ledger' },
        ...{ groupId: input.group, printedById: actor.personId, printedAt: now },
      },
    });
    const step = { entity: 'printedDocument', recordId: id, before: null };
    const steps = Object.entries({ number, code, hash, pages }).map(([field, value]) => ({
      ...step,
      field,
      after: String(value),
    }));
    const result: PrintedLedger = { code, number, pages, hash };
    return { result, audit: { object: 'group', objectId: input.group, steps } };
  },
});
