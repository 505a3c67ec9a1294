import { describe, expect, it } from 'vitest';
import { safeReturnPath } from './return-path';

describe('T-048 the way back after sign-in stays on our origin', () => {
  it.each([
    ['/journal/12?period=3#l5', '/journal/12?period=3#l5'],
    ['/diary/7', '/diary/7'],
    ['/', '/'],
  ])('keeps %s', (wanted, expected) => {
    expect(safeReturnPath(wanted)).toBe(expected);
  });

  it.each([
    '//evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    '/\t/evil.example',
    '/\n/evil.example',
    'javascript:alert(1)',
    'https://evil.example/',
    'https:/evil.example',
    'http://user@evil.example',
    'http://localhost:8080/',
    'journal',
    '',
    '/..//evil.example',
    '/.//evil.example',
    '/login?callbackUrl=/',
    '/api/auth/signout',
    undefined,
    ['/journal'],
  ])('turns %j into /', (wanted) => {
    expect(safeReturnPath(wanted)).toBe('/');
  });
});
