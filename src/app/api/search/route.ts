import { searchRoute } from '@/features/search/search-route';

export const GET = searchRoute;
