'use server';

import { toAction } from '@/server/http';
import { enterOrder } from './enter-order';
import { registerOrder } from './register-order';

export const enterOrderAction = toAction(enterOrder);
export const registerOrderAction = toAction(registerOrder);
