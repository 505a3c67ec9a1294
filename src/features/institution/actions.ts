'use server';

import { toAction } from '@/server/http';
import { editRegulation } from './edit-regulation';
import { previewRegulation } from './preview-regulation';

export const editRegulationAction = toAction(editRegulation);
export const previewRegulationAction = toAction(previewRegulation);
