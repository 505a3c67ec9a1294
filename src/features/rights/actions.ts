'use server';

import { toAction } from '@/server/http';
import { changeRights } from './change-rights';

export const changeRightsAction = toAction(changeRights);
