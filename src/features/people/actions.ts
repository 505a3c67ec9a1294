'use server';

import { toAction } from '@/server/http';
import { checkCard } from './check-card';
import { decideRequest } from './decide-request';
import { endGuardianship } from './end-guardianship';
import { requestChange } from './request-change';
import { saveCard } from './save-card';
import { saveGuardian } from './save-guardian';
import { withdrawRequest } from './withdraw-request';

export const checkCardAction = toAction(checkCard);
export const decideRequestAction = toAction(decideRequest);
export const endGuardianshipAction = toAction(endGuardianship);
export const requestChangeAction = toAction(requestChange);
export const saveCardAction = toAction(saveCard);
export const saveGuardianAction = toAction(saveGuardian);
export const withdrawRequestAction = toAction(withdrawRequest);
