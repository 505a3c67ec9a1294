'use server';

import { toAction } from '@/server/http';
import { reportMismatch } from './report-mismatch';
import { settleMismatch } from './settle-mismatch';

export const reportMismatchAction = toAction(reportMismatch);
export const settleMismatchAction = toAction(settleMismatch);
