import { feedRoute } from '@/features/calendar-feed/feed-route';

export const GET = feedRoute;
