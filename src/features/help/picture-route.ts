import { Refusal } from '@/server/errors';
import { readRoute } from '@/server/http';
import { readPicture } from './read-guide';

/** A picture of a guide, for whoever has signed in. @throws Refusal NOT_FOUND */
export const pictureRoute = readRoute(async (_, { picture = '' }) => {
  const bytes = await readPicture(picture);
  if (!bytes) throw new Refusal('NOT_FOUND');
  return new Response(bytes, { headers: { 'Content-Type': 'image/png' } });
});
