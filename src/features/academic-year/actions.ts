'use server';

import { toAction } from '@/server/http';
import { closeYear } from './close-year';
import { endReopening } from './end-reopening';
import { lockPeriods } from './lock-periods';
import { openNextYear } from './open-next-year';
import { reopenPeriod } from './reopen-period';
import { undoClosing } from './undo-closing';

export const lockPeriodsAction = toAction(lockPeriods);
export const reopenPeriodAction = toAction(reopenPeriod);
export const endReopeningAction = toAction(endReopening);
export const closeYearAction = toAction(closeYear);
export const undoClosingAction = toAction(undoClosing);
export const openNextYearAction = toAction(openNextYear);
