import { childEnv } from '@/server/env';
import { checks } from './checks';
import { readFacts } from './read-facts';

/** `doctor`: everything that is wrong with this installation, each with its remedy. @throws Error when anything is: exit code 1 */
export async function runDoctor(): Promise<void> {
  const facts = await readFacts(childEnv({}));
  const found = checks.filter(({ finds }) => finds(facts));
  for (const { id, what, remedy } of found) console.log(`✗ ${what} [${id}]\n  → ${remedy}`);
  if (found.length > 0) throw new Error(`Замечаний: ${found.length} из ${checks.length} проверок.`);
  console.log(`Замечаний нет, проверок: ${checks.length}.`);
}
