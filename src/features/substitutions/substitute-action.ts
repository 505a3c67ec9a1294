'use server';

import { substituteLessons } from '@/features/timetable/substitute-lessons';
import { toAction } from '@/server/http';

export const substituteAction = toAction(substituteLessons);
