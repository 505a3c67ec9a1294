import pino from 'pino';
import { expect, test } from 'vitest';
import { db } from '@/server/db';
import { log } from '@/server/log';
import { quietConsole } from '@/server/quiet-console';

const canary = 'CNRY-Хабибуллина-CNRY';
const serializers = (log as unknown as Record<symbol, { error: (error: unknown) => object }>)[
  pino.symbols.serializersSym
];
const written = (error: unknown): string => JSON.stringify(serializers?.error(error));

test('T-070 nor does the console tell them, by which the framework speaks of failed pages', async () => {
  const told: unknown[][] = [];
  const keep = (...parts: unknown[]) => void told.push(parts);
  const target = { error: keep, warn: keep };
  quietConsole(target);
  const error = await db()
    .person.findMany({ where: { lastName: { in: [canary], unknown: canary } as never } })
    .catch((thrown: unknown) => thrown);
  const stack = error instanceof Error ? error.stack : '';
  target.error('⨯', error, stack, { digest: canary });
  target.warn(`Request body exceeded 1.17MB for /verify/${encodeURIComponent(canary)}?${canary}. Only the first`);
  expect(JSON.stringify(told)).not.toContain('CNRY');
  expect(told[0]?.[0]).toBe('⨯');
  expect(told[0]?.[1]).toMatch(/^PrismaClientValidationError\n\s+at /);
  expect(told[0]?.[2]).toMatch(/^\s+at /);
  expect(told[1]?.[0]).toBe('Request body exceeded 1.17MB Only the first');
});

test('T-070 a failure is written without the values that it was about', async () => {
  const invalid = { lastName: canary, firstName: canary, sex: 'neither' as never };
  const database = db();
  const failures = [
    await database.person.create({ data: invalid }).catch((error: unknown) => error),
    await database.$queryRaw`SELECT ${canary}::int`.catch((error: unknown) => error),
    await database.person
      .create({ data: { lastName: canary, firstName: ' ', sex: 'male' } })
      .catch((error: unknown) => error),
    new Error(`${canary}\n    at the desk of ${canary}\nsecond line of a message`),
  ];
  for (const error of failures) {
    expect(error).toBeInstanceOf(Error);
    expect(written(error)).not.toContain('CNRY');
    expect(written(error)).toMatch(/"kind":"\w+".*"stack":"\s+at /);
  }
  expect(String(failures[0]), 'the message quotes what it was given').toContain(canary);
});
