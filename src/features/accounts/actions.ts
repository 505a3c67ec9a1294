'use server';

import { toAction } from '@/server/http';
import { blockAccount } from './block-account';
import { endPosition } from './end-position';
import { givePosition } from './give-position';
import { unblockAccount } from './unblock-account';

export const blockAccountAction = toAction(blockAccount);
export const endPositionAction = toAction(endPosition);
export const givePositionAction = toAction(givePosition);
export const unblockAccountAction = toAction(unblockAccount);
