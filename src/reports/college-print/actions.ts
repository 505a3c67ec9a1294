'use server';

import { toAction } from '@/server/http';
import { requestCollegePrint } from './request-print';

export const requestCollegePrintAction = toAction(requestCollegePrint);
