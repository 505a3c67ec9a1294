'use server';

import { toAction } from '@/server/http';
import { enterOrder } from './enter-order';
import { registerOrder } from './register-order';

export const enterPlanningOrderAction = toAction(enterOrder);
export const registerPlanningOrderAction = toAction(registerOrder);
