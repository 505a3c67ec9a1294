import { printLedger } from '@/reports/ledger/print-ledger';
import { Refusal } from '@/server/errors';
import { toRoute } from '@/server/http';

/** Prints: fixes the data, writes the register row, answers code, number, pages and hash (contract.md). */
export const POST = toRoute(printLedger, {
  body: (json, params) => {
    if (params.reportId !== 'period-ledger') throw new Refusal('NOT_FOUND');
    return json;
  },
});
