import { expect, test } from 'vitest';
import { isConnectionLost } from './connection-lost';

const coded = (code: string) => Object.assign(new Error('failed'), { code });

test.each([
  ['refused', coded('ECONNREFUSED')],
  ['starting up', coded('57P03')],
  ['cut, as pg says it', new Error('Connection terminated unexpectedly')],
  [
    'unreachable, as Prisma wraps it',
    new Error("Raw query failed. Code: `N/A`. Message: `Can't reach database server at 127.0.0.1:1`"),
  ],
  ['bare from the adapter, at the beginning of a transaction', new Error('ConnectionClosed')],
  ['as the cause of another', new Error('query failed', { cause: coded('P1017') })],
])('T-093 a database that went away is known as such: %s', (_name, error) => {
  expect(isConnectionLost(error)).toBe(true);
});

test.each([
  ['a broken rule', coded('23505')],
  ['a fault of ours', new TypeError('x is not a function')],
  ['no error at all', 'Connection terminated'],
])('T-093 %s is none', (_name, error) => {
  expect(isConnectionLost(error)).toBe(false);
});
