import { reportRoute } from '@/features/import/routes';

export const GET = reportRoute;
