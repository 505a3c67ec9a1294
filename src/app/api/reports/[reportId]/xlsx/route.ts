import { reportRoute } from '@/reports/report-route';

export const GET = reportRoute('xlsx');
