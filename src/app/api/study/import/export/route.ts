import { exportRoute } from '@/features/import/routes';

export const POST = exportRoute;
