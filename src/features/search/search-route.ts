import { readRoute } from '@/server/http';
import { assertVisit, searchVisits } from '@/server/visits';
import { loadSearch } from './load-search';
import { maySearch } from './search-scope';

/** `GET /api/search?q=`: groups, students, journals and days within one's scope, at most 60 times a minute (T-123). */
export const searchRoute = readRoute(async (actor, _, request) => {
  if (maySearch(actor) && actor.sessionId !== null) await assertVisit(searchVisits(actor.sessionId));
  return { hits: await loadSearch(actor, new URL(request.url).searchParams.get('q') ?? '') };
});
