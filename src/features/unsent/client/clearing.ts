import { keepsAnything } from './database';

/** Said with a sign-out: the browser is to keep its storage, because other people have something unsent in it (T-068). */
export const othersWaitHeader = 'Vedomost-Others-Wait';

export async function othersWait(person: number | undefined): Promise<boolean> {
  if (!(await keepsAnything())) return false;
  const { openKeeper } = await import('./keeper');
  return (await (await openKeeper()).ofOthers(person)).length > 0;
}

/** What the answer to a sign-out clears, where the storage has to stay for what others have in it. */
export async function clearOwn(person: number | undefined): Promise<void> {
  localStorage.clear();
  for (const name of await caches.keys()) await caches.delete(name);
  if (person === undefined) return;
  const { openKeeper } = await import('./keeper');
  const keeper = await openKeeper();
  const own = await keeper.own(person);
  keeper.write(
    null,
    own.map(({ id }) => id),
  );
}
