import { flushLive } from './live';

/** Tabs of one browser profile tell each other that somebody is here, so that what waits for him goes out at once. */
const name = 'vedomost-unsent';

/** A new page has come up: whoever waits for the sign-in or the connection tries again, in all tabs, this one included. */
export function announce(): void {
  flushLive();
  const channel = new BroadcastChannel(name);
  channel.postMessage(null);
  channel.close();
}

export function listen(): () => void {
  const channel = new BroadcastChannel(name);
  channel.onmessage = flushLive;
  return () => channel.close();
}
