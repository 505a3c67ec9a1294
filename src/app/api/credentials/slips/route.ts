import { slipsRoute } from '@/reports/slips/slips-route';

export const POST = slipsRoute;
