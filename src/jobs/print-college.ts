import { printCollegeKind } from '@/reports/college-print/kind';
import { printCollege } from '@/reports/college-print/print-college';
import { defineJob } from './define-job';

/** The ledgers of all groups of a period, and one package of them. */
export const printCollegeJob = defineJob(printCollegeKind, printCollege);
