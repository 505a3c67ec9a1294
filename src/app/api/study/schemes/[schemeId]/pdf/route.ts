import { schemeRoute } from '@/reports/scheme/scheme-route';

export const GET = schemeRoute('pdf');
