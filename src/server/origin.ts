import { env } from './env';
import { Refusal } from './errors';
import { isLoopbackHost } from './secret-strength';

/**
 * Whether a write may come from this Origin (T-067): only from the configured public address, never judged by Host or
 * X-Forwarded-Host. Off production the names of this very machine stand for each other.
 */
export function isOwnOrigin(origin: string | null, { publicUrl, mode } = env()): boolean {
  if (origin === publicUrl) return true;
  if (mode === 'production' || !origin || !URL.canParse(origin)) return false;
  const [theirs, ours] = [new URL(origin), new URL(publicUrl)];
  const loopback = isLoopbackHost(theirs.hostname) && isLoopbackHost(ours.hostname);
  return loopback && theirs.origin === origin && theirs.protocol === ours.protocol && theirs.port === ours.port;
}

/** @throws Refusal BAD_ORIGIN */
export function assertOwnOrigin(headers: Headers): void {
  if (!isOwnOrigin(headers.get('origin'))) throw new Refusal('BAD_ORIGIN');
}
