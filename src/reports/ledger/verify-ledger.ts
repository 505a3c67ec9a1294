import { localDateOf } from '@/domain/deadlines/zone';
import { canonicalJson, sha256 } from '@/reports/canonical';
import { db } from '@/server/db';
import { snapshot } from '@/server/snapshot';
import type { LedgerData, LedgerParams } from './ledger-data';
import { loadLedger } from './load-ledger';
import { readVerificationCode } from './verification-code';

/** What anybody may know of a printed ledger: nothing of persons. */
export type Verification = {
  number: string;
  printedAt: Date;
  timeZone: string;
  pages: number;
  hash: string;
  matches: boolean;
};

/**
 * Checks a paper by its code: whether the journal still says what was printed. Settings of print, words and signatories may
 * change with the years; the entries may not (T-033, T-090). A check reads the whole ledger anew, so those who ask for the
 * same paper meanwhile share it: a crowd costs no more than one visitor after another.
 */
export function verifyLedger(typed: string): Promise<Verification | null> {
  const code = readVerificationCode(typed);
  if (!code) return Promise.resolve(null);
  const running = checks.get(code);
  if (running) return running;
  const check = compare(code).finally(() => checks.delete(code));
  checks.set(code, check);
  return check;
}

const checks = new Map<string, Promise<Verification | null>>();

async function compare(code: string): Promise<Verification | null> {
  const printed = await db().printedDocument.findUnique({ where: { code } });
  if (!printed) return null;
  const stored = JSON.parse(printed.data) as LedgerData;
  const day = localDateOf(printed.printedAt, stored.institution.timeZone);
  const present = await snapshot((tx) => loadLedger(tx, printed.params as LedgerParams, day));
  const { institution, print, words, legend, signatories, lessonsPerPage } = stored;
  const comparable = present && { ...present, institution, print, words, legend, signatories, lessonsPerPage };
  return {
    number: printed.number,
    printedAt: printed.printedAt,
    timeZone: institution.timeZone,
    pages: printed.pages,
    hash: printed.hash,
    matches:
      sha256(printed.data) === printed.hash &&
      comparable !== null &&
      sha256(canonicalJson(comparable)) === printed.hash,
  };
}
