'use server';

import { toAction } from '@/server/http';
import { issueFeed } from './issue-feed';
import { revokeFeed } from './revoke-feed';

export const issueFeedAction = toAction(issueFeed);
export const revokeFeedAction = toAction(revokeFeed);
