import type { Report } from './define';
import { accessRights } from './definitions/access-rights';
import { journalAccess } from './definitions/journal-access';
import { parentVisits } from './definitions/parent-visits';
import { periodLedger } from './definitions/period-ledger';
import { programmeFulfilment } from './definitions/programme-fulfilment';
import { studyPlan } from './definitions/study-plan';
import { substitutionLog } from './definitions/substitution-log';
import { summaryLedger } from './definitions/summary-ledger';
import { teachingLoad } from './definitions/teaching-load';
import { yearReadiness } from './definitions/year-readiness';

/** Every report of the product. One line here and one file in definitions/ make a report. */
const reports: readonly Report[] = [
  periodLedger,
  summaryLedger,
  journalAccess,
  parentVisits,
  programmeFulfilment,
  yearReadiness,
  studyPlan,
  teachingLoad,
  accessRights,
  substitutionLog,
];

export const reportIds: readonly string[] = reports.map(({ id }) => id);

/** The report of an address, or undefined. */
export function findReport(id: string | undefined): Report | undefined {
  return reports.find((report) => report.id === id);
}
