import { uploadRoute } from '@/features/files/upload-route';

export const POST = uploadRoute;
