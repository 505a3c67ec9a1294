import { readRoute } from '@/server/http';

/** Work goes on: reading it begins the idle time anew (T-007). */
export const GET = readRoute(async ({ signIn, now }) => {
  const idleEnd = now.getTime() + (signIn?.idleSeconds ?? 0) * 1000;
  return { ends: new Date(Math.min(idleEnd, signIn?.expiresAt.getTime() ?? idleEnd)).toISOString() };
});
