import { isIP } from 'node:net';
import type { RequestMeta } from './command';
import { env } from './env';

/**
 * The client's address as the configured reverse proxies report it (T-005). Each of them appends the address it was called
 * from, so with n of them the n-th from the right is true and everything before it is an invention of the client.
 * Without a proxy nothing is believed and everybody is `direct`. Of IPv6 the network (/64) counts: one line has 2⁶⁴ addresses.
 */
export function clientAddress(headers: Headers, trustedProxyHops = env().trustedProxyHops): string {
  if (trustedProxyHops === 0) return 'direct';
  const hops = (headers.get('x-forwarded-for') ?? '').split(',').map((hop) => hop.trim());
  const address = (hops.at(-trustedProxyHops) ?? '').replace(/^::ffff:(?=\d+\.)/i, '');
  if (isIP(address) === 4) return address;
  return isIP(address) === 6 ? network(address) : 'unknown';
}

/** What the browser says of itself, as one printable line for the audit and the list of sessions. */
export function deviceOf(headers: Headers): string {
  const agent = (headers.get('user-agent') ?? '').replaceAll(/[^\x20-\x7e]/g, '').slice(0, 200);
  return agent || 'unknown';
}

export function requestMeta(headers: Headers, idempotencyKey?: string): RequestMeta {
  const meta = { address: clientAddress(headers), device: deviceOf(headers) };
  return idempotencyKey ? { ...meta, idempotencyKey } : meta;
}

function network(address: string): string {
  const [head = '', tail] = address.toLowerCase().split('::');
  const left = head === '' ? [] : head.split(':');
  const right = tail ? tail.split(':') : [];
  const zeros = tail === undefined ? 0 : 8 - left.length - right.length;
  const groups = [...left, ...Array<string>(Math.max(zeros, 0)).fill('0'), ...right];
  return `${groups
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':')}::/64`;
}
