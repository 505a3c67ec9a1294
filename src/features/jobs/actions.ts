'use server';

import { toAction } from '@/server/http';
import { cancelJob } from './cancel-job';

export const cancelJobAction = toAction(cancelJob);
