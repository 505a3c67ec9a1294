'use server';

import { toAction } from '@/server/http';
import { approvePlan } from './approve-plan';
import { openPlan } from './open-plan';
import { removePlan } from './remove-plan';
import { savePlan } from './save-plan';
import { startPlan } from './start-plan';

export const approvePlanAction = toAction(approvePlan);
export const openPlanAction = toAction(openPlan);
export const removePlanAction = toAction(removePlan);
export const savePlanAction = toAction(savePlan);
export const startPlanAction = toAction(startPlan);
