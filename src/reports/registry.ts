import { periodLedger } from './definitions/period-ledger';

const reports = { 'period-ledger': periodLedger } as const;

export type ReportId = keyof typeof reports;
export const reportIds = Object.keys(reports) as ReportId[];

/** The report of an address, or undefined. One line here and one file in definitions/ make a report. */
export function findReport(id: string | undefined): (typeof reports)[ReportId] | undefined {
  return reportIds.includes(id as ReportId) ? reports[id as ReportId] : undefined;
}
