import { headers } from 'next/headers';
import { connection } from 'next/server';
import { clientAddress } from '@/server/address';
import { countVisit } from '@/server/visits';
import { type Verification, verifyLedger } from './verify-ledger';

export type VisitorAnswer = { kind: 'known'; ledger: Verification } | { kind: 'unknown' } | { kind: 'tooMany' };

/** At most 30 checks a minute from one address (T-033). */
export async function verifyForVisitor(code: string): Promise<VisitorAnswer> {
  await connection();
  const address = clientAddress(await headers());
  if (!(await countVisit(`verify:${address}`, 30, 60))) return { kind: 'tooMany' };
  const ledger = await verifyLedger(code);
  return ledger ? { kind: 'known', ledger } : { kind: 'unknown' };
}
