import { Agent, request } from 'node:http';

export type Shot = { path: string; method?: string; headers?: Record<string, string>; body?: string };
export type Measured = { perSecond: number; p50: number; p95: number; bytes: number };

/** Fires `next()` over `connections` for `seconds`, after a warm-up; anything but 200 ends the measure. Times in ms. */
export async function measure(
  origin: string,
  next: (n: number) => Shot,
  { connections = 10, seconds = 5 }: { connections?: number; seconds?: number } = {},
): Promise<Measured> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  let n = 0;
  const run = async (until: number, times: number[]): Promise<number> => {
    let bytes = 0;
    while (performance.now() < until) {
      const started = performance.now();
      bytes = await fire(origin, agent, next(n++));
      times.push(performance.now() - started);
    }
    return bytes;
  };
  const together = async (ms: number) => {
    const times: number[] = [];
    const until = performance.now() + ms;
    const bytes = await Promise.all(Array.from({ length: connections }, () => run(until, times)));
    return { times, bytes: Math.max(...bytes) };
  };
  await together(1500);
  const { times, bytes } = await together(seconds * 1000);
  agent.destroy();
  times.sort((one, other) => one - other);
  const at = (share: number) => times[Math.floor(times.length * share)] ?? 0;
  return { perSecond: times.length / seconds, p50: at(0.5), p95: at(0.95), bytes };
}

/** One request; answers the size of the body as sent. */
export function fire(origin: string, agent: Agent, shot: Shot): Promise<number> {
  return new Promise((resolve, reject) => {
    const call = request(
      `${origin}${shot.path}`,
      { agent, method: shot.method ?? 'GET', headers: { 'accept-encoding': 'gzip', ...shot.headers } },
      (answer) => {
        let bytes = 0;
        answer.on('data', (chunk: Buffer) => {
          bytes += chunk.length;
        });
        answer.on('end', () => {
          if (answer.statusCode === 200) resolve(bytes);
          else reject(new Error(`${shot.method ?? 'GET'} ${shot.path} answered ${answer.statusCode}`));
        });
      },
    );
    call.on('error', reject);
    call.end(shot.body);
  });
}
