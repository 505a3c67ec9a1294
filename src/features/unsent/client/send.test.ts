import { afterEach, describe, expect, it, vi } from 'vitest';
import { sendTo } from './send';

const answering = (status: number, body: unknown, headers: Record<string, string> = {}) => {
  vi.stubGlobal('fetch', async () => Response.json(body, { status, headers }));
  return sendTo('/api/journal/9/cells')({ sectionId: 9 }, 'key', false);
};
const failure = (code: string) => ({ error: { code, message: 'Предложение сервера.' } });

afterEach(() => void vi.unstubAllGlobals());

describe('what an answer means', () => {
  it.each([
    [200, { savedAt: 'now' }, { kind: 'saved', answer: { savedAt: 'now' } }],
    [409, failure('PERIOD_LOCKED'), { kind: 'refused', sentence: 'Предложение сервера.' }],
    [404, failure('NOT_FOUND'), { kind: 'refused', sentence: 'Предложение сервера.' }],
    [401, failure('UNAUTHENTICATED'), { kind: 'signedOut', sentence: 'Предложение сервера.' }],
    [403, failure('ACCESS_CLOSED'), { kind: 'signedOut', sentence: 'Предложение сервера.' }],
    [503, failure('UNAVAILABLE'), { kind: 'unreachable', afterMs: undefined }],
    [400, 'no JSON of ours', { kind: 'refused', sentence: 'Сервер не принял запись.' }],
  ])('%i %j', async (status, body, reply) => expect(await answering(status, body)).toEqual(reply));
  it('waits as long as the server asks, a minute at most', async () => {
    expect(await answering(503, {}, { 'Retry-After': '5' })).toEqual({ kind: 'unreachable', afterMs: 5000 });
    expect(await answering(429, {}, { 'Retry-After': '900' })).toEqual({ kind: 'unreachable', afterMs: 60_000 });
  });
  it('takes a broken connection for no answer', async () => {
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('network')));
    expect(await sendTo('/x')({ sectionId: 9 }, 'key', true)).toEqual({ kind: 'unreachable' });
  });
});
