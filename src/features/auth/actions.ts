'use server';

import { toAction } from '@/server/http';
import { acknowledgeDevices } from './acknowledge-devices';
import { changePassword } from './change-password';
import { decideOwnAccess } from './decide-own-access';
import { endOwnSessions } from './end-own-sessions';
import { stepUpSession } from './step-up-session';

export const acknowledgeDevicesAction = toAction(acknowledgeDevices);
export const changePasswordAction = toAction(changePassword);
export const decideOwnAccessAction = toAction(decideOwnAccess);
export const endOwnSessionsAction = toAction(endOwnSessions);
export const stepUpAction = toAction(stepUpSession);
