import { packageRoute } from '@/reports/college-print/package-route';

export const GET = packageRoute;
