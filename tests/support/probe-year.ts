import pg from 'pg';
import { closeYear } from '@/features/academic-year/close-year';
import { openNextYear } from '@/features/academic-year/open-next-year';
import { assumeEnv } from '@/server/env';
import { runAs, systemActorNow } from '@/server/system-actor';
import { testEnv } from './test-env';

/** What a process does until it is killed: told by the test as JSON. */
export type ProbeYear = {
  act: 'close' | 'open';
  url: string;
  yearId: number;
  /** Dies at this statement of its own, which is sent first where `sent`; null: by whoever kills it from outside. */
  killAt: number | null;
  sent: boolean;
};

type Query = (this: pg.Client, ...args: unknown[]) => unknown;

const { act, url, yearId, killAt, sent } = JSON.parse(process.argv[2] ?? '') as ProbeYear;
assumeEnv(testEnv(url, 'http://localhost:3000'));
const actor = await systemActorNow();
const real = pg.Client.prototype.query as unknown as Query;
let statements = 0;
const dying: Query = function (...args) {
  statements += 1;
  if (statements !== killAt) return real.apply(this, args);
  if (!sent) process.kill(process.pid, 'SIGKILL');
  const answer = real.apply(this, args);
  setImmediate(() => process.kill(process.pid, 'SIGKILL'));
  return answer;
};
pg.Client.prototype.query = dying as unknown as typeof pg.Client.prototype.query;

process.stdout.write('begun ');
if (act === 'close') await runAs(actor, closeYear, { yearId, reason: 'проба' });
else await runAs(actor, openNextYear, { yearId });
process.stdout.write(String(statements), () => process.exit(0));
