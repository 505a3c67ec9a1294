import { authRoute } from '@/features/auth/auth-route';

export const GET = authRoute;
export const POST = authRoute;
