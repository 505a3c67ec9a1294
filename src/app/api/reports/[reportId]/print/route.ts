import { periodLedger } from '@/reports/definitions/period-ledger';
import { Refusal } from '@/server/errors';
import { toRoute } from '@/server/http';

/** Prints: fixes the data, writes the register row, answers code, number, pages and hash (contract.md). */
export const POST = toRoute(periodLedger.print, {
  body: (json, params) => {
    if (params.reportId !== periodLedger.id) throw new Refusal('NOT_FOUND');
    return json;
  },
});
