'use server';

import { toAction } from '@/server/http';
import { requestBackup, requestCheck, requestDrill } from './request-backup';

export const requestBackupAction = toAction(requestBackup);
export const requestCheckAction = toAction(requestCheck);
export const requestDrillAction = toAction(requestDrill);
