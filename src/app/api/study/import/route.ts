import { uploadRoute } from '@/features/import/routes';

export const POST = uploadRoute;
