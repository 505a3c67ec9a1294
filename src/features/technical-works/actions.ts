'use server';

import { toAction } from '@/server/http';
import { announceWorks } from './announce-works';
import { cancelWorks } from './cancel-works';

export const announceWorksAction = toAction(announceWorks);
export const cancelWorksAction = toAction(cancelWorks);
