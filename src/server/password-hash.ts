import { hash, verify } from '@node-rs/argon2';
import { Refusal } from './errors';

/** argon2id with 19 MiB, two passes, one lane and its own salt (T-002). */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Hash of a random password that nobody knows: an unknown login costs as much work as a known one (T-003). */
export const nobodysHash =
  '$argon2id$v=19$m=19456,t=2,p=1$+Fz/8Oha/ojuReXfVIAFeA$hUy+JWkGwPP4WuEX9faTdjM25EdRwdEavB5ihwO7rn0';

const atOnce = 2; // a hash keeps a core busy; the others are for saves (T-122)
const longestQueue = 300;
let running = 0;
const waiting: (() => void)[] = [];

/** @throws Refusal UNAVAILABLE when too many people are signing in at once */
export function hashPassword(password: string): Promise<string> {
  return inTurn(() => hash(password.normalize('NFC'), cost));
}

/** Whether this is the password of the stored hash. @throws Refusal UNAVAILABLE */
export function verifyPassword(stored: string, password: string): Promise<boolean> {
  return inTurn(() => verify(stored, password.normalize('NFC')));
}

/** Whether a stored hash was made with less work than today's, to be renewed at the next sign-in. */
export function isWeakHash(stored: string): boolean {
  const [, memory, passes] = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=\d+\$/.exec(stored) ?? [];
  return Number(memory ?? 0) < cost.memoryCost || Number(passes ?? 0) < cost.timeCost;
}

async function inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
  if (running >= atOnce) {
    if (waiting.length >= longestQueue) throw new Refusal('UNAVAILABLE', { retryAfterSeconds: 5 });
    await new Promise<void>((resolve) => waiting.push(resolve));
  } else {
    running += 1;
  }
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  }
}
