'use server';

import { toAction } from '@/server/http';
import { decideScheme } from './decide-scheme';
import { noteProgrammes } from './note-programmes';
import { recallScheme } from './recall-scheme';
import { reviseScheme } from './revise-scheme';
import { saveScheme } from './save-scheme';
import { sendScheme } from './send-scheme';
import { startScheme } from './start-scheme';

export const startSchemeAction = toAction(startScheme);
export const saveSchemeAction = toAction(saveScheme);
export const sendSchemeAction = toAction(sendScheme);
export const recallSchemeAction = toAction(recallScheme);
export const decideSchemeAction = toAction(decideScheme);
export const reviseSchemeAction = toAction(reviseScheme);
export const noteProgrammesAction = toAction(noteProgrammes);
