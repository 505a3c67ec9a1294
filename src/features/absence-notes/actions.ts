'use server';

import { toAction } from '@/server/http';
import { acceptNote } from './accept-note';
import { declineNote } from './decline-note';
import { excuseDays } from './excuse-days';
import { reportAbsence } from './report-absence';
import { withdrawNote } from './withdraw-note';

export const acceptNoteAction = toAction(acceptNote);
export const declineNoteAction = toAction(declineNote);
export const excuseDaysAction = toAction(excuseDays);
export const reportAbsenceAction = toAction(reportAbsence);
export const withdrawNoteAction = toAction(withdrawNote);
