import { templateRoute } from '@/features/import/routes';

export const GET = templateRoute;
