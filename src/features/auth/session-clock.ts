type Moment = {
  /** Milliseconds of one clock: when the page was made, when the server last answered, now. */
  opened: number;
  contact: number;
  now: number;
  idleSeconds: number;
  /** Seconds from `opened` to the latest end of the sign-in. */
  lifeSeconds: number;
};

/** Seconds until a sign-in ends when nothing more is done; never counted by the server's clock, which may differ. */
export function secondsLeft({ opened, contact, now, idleSeconds, lifeSeconds }: Moment): number {
  return Math.floor(Math.min(contact + idleSeconds * 1000, opened + lifeSeconds * 1000) / 1000 - now / 1000);
}

/** Watches when the server last answered this person, in this tab or another one of the browser. */
export function watchContacts(): { last: () => number; stop: () => void } {
  let last = Date.now();
  const channel = new BroadcastChannel('vedomost-contacts');
  channel.onmessage = ({ data }) => {
    if (typeof data === 'number') last = Math.max(last, data);
  };
  channel.postMessage(last);
  const observer = new PerformanceObserver((entries) => {
    if (!entries.getEntries().some(isContact)) return;
    last = Date.now();
    channel.postMessage(last);
  });
  observer.observe({ type: 'resource' });
  return {
    last: () => last,
    stop: () => {
      observer.disconnect();
      channel.close();
    },
  };
}

/** Only what a script asked of our own server; reading the session prolongs nothing. */
function isContact(entry: PerformanceEntry): boolean {
  const fetched = 'initiatorType' in entry && entry.initiatorType === 'fetch';
  return fetched && entry.name.startsWith(`${location.origin}/`) && !entry.name.includes('/api/auth/');
}
