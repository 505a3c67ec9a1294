import { keepsAnything } from './database';

/**
 * The answer to a sign-out makes the browser clear its storage (T-068). What other people have unsent in this browser profile
 * is theirs: it is taken out before and put back by the function answered. Of `person`, who leaves, nothing remains.
 */
export async function rescueOthers(person: number | undefined): Promise<() => Promise<void>> {
  if (!(await keepsAnything())) return async () => {};
  const { openKeeper, closeKeeper } = await import('./keeper');
  const others = await (await openKeeper()).ofOthers(person);
  return async () => {
    await closeKeeper();
    if (others.length === 0) return;
    const keeper = await openKeeper();
    for (const one of others) keeper.write(one, []);
  };
}
