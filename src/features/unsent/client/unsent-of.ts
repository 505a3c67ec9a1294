import { announce } from './channel';
import { keepsAnything } from './database';
import { countOf } from './kept';
import { liveCount } from './live';
import type { Owner } from './owner';

const [triesMs, tries] = [200, 10];

/** How many values of a person wait in this browser, in any tab, after what is on its way had two seconds to arrive. */
export async function unsentOf(owner: Owner | null): Promise<number> {
  announce();
  for (let tried = 1; ; tried++) {
    const count = Math.max(liveCount(), owner?.keeps ? await keptCount(owner.person).catch(() => 0) : 0);
    if (count === 0 || tried === tries) return count;
    await new Promise((resolve) => setTimeout(resolve, triesMs));
  }
}

async function keptCount(person: number): Promise<number> {
  if (!(await keepsAnything())) return 0;
  const { openKeeper } = await import('./keeper');
  return (await (await openKeeper()).own(person)).reduce((sum, one) => sum + countOf(one), 0);
}
