'use server';

import { toAction } from '@/server/http';
import { confirmDivision } from './confirm-division';
import { redivideGroup } from './redivide';

export const confirmDivisionAction = toAction(confirmDivision);
export const redivideGroupAction = toAction(redivideGroup);
