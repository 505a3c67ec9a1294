'use server';

import { toAction } from '@/server/http';
import { publishGrades } from './publish-grades';

export const publishGradesAction = toAction(publishGrades);
