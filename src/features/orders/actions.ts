'use server';

import { toAction } from '@/server/http';
import { enterOrder } from './enter-order';
import { previewOrder } from './preview-order';
import { previewUndoing, undoOrder } from './undo-order';

export const enterOrderAction = toAction(enterOrder);
export const previewOrderAction = toAction(previewOrder);
export const previewUndoingAction = toAction(previewUndoing);
export const undoOrderAction = toAction(undoOrder);
