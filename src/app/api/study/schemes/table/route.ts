import { tableRoute } from '@/features/schemes/table-route';

export const POST = tableRoute;
