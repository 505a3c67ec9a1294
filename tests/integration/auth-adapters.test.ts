import { describe, expect, test } from 'vitest';
import { endSession } from '@/features/auth/end-session';
import { clientAddress, deviceOf } from '@/server/address';
import { toRoute } from '@/server/http';
import { isOwnOrigin } from '@/server/origin';

describe('T-067 the adapters check Origin themselves', () => {
  const handler = toRoute(endSession, { body: (json) => json });
  const foreign = [
    '',
    'null',
    'localhost',
    'http://journal.localhost:3000',
    'http://localhost:1',
    'http://evil.example',
  ];

  test.each(foreign)('T-067 a route refuses Origin «%s» without the proxy', async (origin) => {
    const headers = { ...(origin ? { origin } : {}), host: 'evil.example', 'x-forwarded-host': 'evil.example' };
    const request = new Request('http://evil.example/api/x', { method: 'POST', headers });
    const response = await handler(request, { params: Promise.resolve({}) });
    expect(response.status).toBe(403);
    expect(await response.json()).toMatchObject({ error: { code: 'BAD_ORIGIN', requestId: expect.any(String) } });
  });

  test('T-067 in production no alias of this machine stands for the configured address', () => {
    const production = { publicUrl: 'http://localhost:3000', mode: 'production' } as Parameters<typeof isOwnOrigin>[1];
    expect(isOwnOrigin('http://localhost:3000', production)).toBe(true);
    expect(isOwnOrigin('http://127.0.0.1:3000', production)).toBe(false);
    expect(isOwnOrigin('http://localhost:3000/', production)).toBe(false);
  });
});

describe('T-005 the client address', () => {
  const seen = (forwarded: string | null, hops: number) =>
    clientAddress(new Headers(forwarded === null ? {} : { 'x-forwarded-for': forwarded }), hops);

  test.each([
    ['10.0.0.1', 0, 'direct'],
    [null, 0, 'direct'],
    ['10.0.0.1, 203.0.113.9', 1, '203.0.113.9'],
    ['203.0.113.9', 1, '203.0.113.9'],
    ['10.0.0.1, 203.0.113.9, 192.0.2.1', 2, '203.0.113.9'],
    ['203.0.113.9', 2, 'unknown'],
    [null, 1, 'unknown'],
    ['10.0.0.1, <script>', 1, 'unknown'],
    ['::ffff:203.0.113.9', 1, '203.0.113.9'],
    ['2001:DB8:0:0a1::7', 1, '2001:db8:0:a1::/64'],
    ['2001:db8::1', 1, '2001:db8:0:0::/64'],
    ['::1', 1, '0:0:0:0::/64'],
  ])('T-005 %j behind %i is %s', (forwarded, hops, address) => expect(seen(forwarded, hops)).toBe(address));

  test('T-070 the device is one short printable line', () => {
    expect(deviceOf(new Headers({ 'user-agent': `Firefox ${'x'.repeat(500)}` }))).toHaveLength(200);
    expect(deviceOf(new Headers())).toBe('unknown');
  });
});
