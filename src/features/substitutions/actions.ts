'use server';

import { toAction } from '@/server/http';
import { changeDay } from './change-day';
import { reportAbsence } from './report-absence';
import { undoChange } from './undo-change';
import { withdrawAbsence } from './withdraw-absence';
import { withdrawSubstitution } from './withdraw-substitution';

export const changeDayAction = toAction(changeDay);
export const reportAbsenceOfStaffAction = toAction(reportAbsence);
export const undoChangeAction = toAction(undoChange);
export const withdrawAbsenceAction = toAction(withdrawAbsence);
export const withdrawSubstitutionAction = toAction(withdrawSubstitution);
