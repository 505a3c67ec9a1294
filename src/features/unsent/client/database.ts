/** The worker of the offline page reads the same store (public/sw.js). */
export const database = 'vedomost-unsent';

/** Whether anything was ever kept in this browser profile: asked without loading anything of the queue. */
export async function keepsAnything(): Promise<boolean> {
  return (await indexedDB.databases()).some(({ name }) => name === database);
}
