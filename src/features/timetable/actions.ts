'use server';

import { toAction } from '@/server/http';
import { changeWeek } from './change-week';
import { layDays } from './lay-days';
import { relayLessons } from './relay-lessons';
import { requestLaying } from './request-laying';
import { withdrawDays } from './withdraw-days';

export const changeWeekAction = toAction(changeWeek);
export const relayLessonsAction = toAction(relayLessons);
export const requestLayingAction = toAction(requestLaying);
export const layDaysAction = toAction(layDays);
export const withdrawDaysAction = toAction(withdrawDays);
