import { connection } from 'next/server';
import { loadHealth } from '@/features/health/queries';

/** Public probe: 200 with warnings, 503 naming what is down (T-150). */
export async function GET(): Promise<Response> {
  await connection();
  const health = await loadHealth();
  const down = health.status === 'down';
  return Response.json(health, {
    status: down ? 503 : 200,
    headers: { 'Cache-Control': 'no-store', ...(down ? { 'Retry-After': '5' } : {}) },
  });
}
