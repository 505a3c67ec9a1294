'use server';

import { openYear } from '@/features/academic-year/open-year';
import { setBells } from '@/features/academic-year/set-bells';
import { toAction } from '@/server/http';
import { applyBells } from './apply-bells';
import { choosePeriods } from './choose-periods';
import { editBells } from './edit-bells';
import { editSpans } from './edit-spans';
import { removeCalendarEntry } from './remove-entry';
import { savePeriod } from './save-period';
import { saveSpans } from './save-spans';
import { setDays } from './set-days';

export const openYearAction = toAction(openYear);
export const savePeriodAction = toAction(savePeriod);
export const choosePeriodsAction = toAction(choosePeriods);
export const setDaysAction = toAction(setDays);
export const saveSpansAction = toAction(saveSpans);
export const editSpansAction = toAction(editSpans);
export const setBellsAction = toAction(setBells);
export const editBellsAction = toAction(editBells);
export const applyBellsAction = toAction(applyBells);
export const removeCalendarEntryAction = toAction(removeCalendarEntry);
