import { headers } from 'next/headers';
import { connection } from 'next/server';
import { clientAddress } from '@/server/address';
import { countVisit, verifyVisits } from '@/server/visits';
import { evenTime } from './even-time';
import { type Verification, verifyLedger } from './verify-ledger';

export type VisitorAnswer = { kind: 'known'; ledger: Verification } | { kind: 'unknown' } | { kind: 'tooMany' };

const even = evenTime();

/** At most 30 checks a minute from one address (T-033); the proxy has asked before, so that further ones are 429. An unknown code takes as long as a known one. */
export async function verifyForVisitor(code: string): Promise<VisitorAnswer> {
  await connection();
  const address = clientAddress(await headers());
  if (!(await countVisit(verifyVisits(address)))) return { kind: 'tooMany' };
  const ledger = await even(() => verifyLedger(code));
  return ledger ? { kind: 'known', ledger } : { kind: 'unknown' };
}
