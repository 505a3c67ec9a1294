import { loadSearch } from '@/features/search/load-search';
import { readRoute } from '@/server/http';

/** `?q=`: groups, students, journals and days within one's scope. */
export const GET = readRoute(async (actor, _, request) => ({
  hits: await loadSearch(actor, new URL(request.url).searchParams.get('q') ?? ''),
}));
