import { loadYearWork } from '@/features/academic-year/load-year-work';
import { Refusal } from '@/server/errors';
import { readRoute } from '@/server/http';
import { requireId } from '@/server/params';

/** How far the closing or opening of a year has come; `work` is null when none goes on. */
export const GET = readRoute(async (actor, params) => {
  const answer = await loadYearWork(actor, requireId(params.yearId));
  if (!answer) throw new Refusal('NOT_FOUND');
  return answer;
});
