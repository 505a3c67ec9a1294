import { setTimeout as pause } from 'node:timers/promises';

/** Milliseconds of this process, waiting, and a share from 0 to 1 by which one is chosen of many. */
export type Pace = { now: () => number; wait: (ms: number) => Promise<unknown>; choose: () => number };

const remembered = 32;
const usual = 150; // milliseconds, until something was measured
const real: Pace = { now: () => performance.now(), wait: pause, choose: Math.random };

/**
 * Gives an answer that takes no work the time of one that does, so that the two cannot be told apart by waiting (T-033): it
 * waits as long as one of the last real works took, which costs nothing but time.
 */
export function evenTime({ now, wait, choose }: Pace = real) {
  const spans: number[] = [];
  return async <Result>(work: () => Promise<Result | null>): Promise<Result | null> => {
    const started = now();
    const result = await work();
    const span = now() - started;
    if (result === null) {
      await wait(Math.max(0, (spans[Math.floor(choose() * spans.length)] ?? usual) - span));
      return null;
    }
    spans.push(span);
    if (spans.length > remembered) spans.shift();
    return result;
  };
}
