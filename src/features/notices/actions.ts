'use server';

import { toAction } from '@/server/http';
import { withdrawNotice } from './withdraw-notice';
import { writeNotice } from './write-notice';

export const writeNoticeAction = toAction(writeNotice);
export const withdrawNoticeAction = toAction(withdrawNotice);
