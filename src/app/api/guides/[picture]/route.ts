import { pictureRoute } from '@/features/help/picture-route';

export const GET = pictureRoute;
