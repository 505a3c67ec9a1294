import { checkPapers, checkPapersKind } from '@/reports/register/check-papers';
import { defineJob } from './define-job';

/** Each night: whether the journal still says what was printed (T-090, R-144). */
export const checkPapersJob = defineJob(checkPapersKind, (_, context) => checkPapers(context));
