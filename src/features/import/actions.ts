'use server';

import { toAction } from '@/server/http';
import { confirmImport } from './confirm-import';
import { discardImport } from './discard-import';

export const confirmImportAction = toAction(confirmImport);
export const discardImportAction = toAction(discardImport);
