import pino from 'pino';

/**
 * One JSON line per event, UTC with milliseconds. Never personal data, passwords, tokens or query values: ids only.
 * Keys that would carry them are cut out even when somebody passes them by mistake (T-070).
 */
export const log = pino({
  level: 'info',
  base: null,
  timestamp: pino.stdTimeFunctions.isoTime,
  formatters: { level: (label) => ({ level: label }) },
  redact: {
    paths: [
      'password',
      'token',
      'cookie',
      'secret',
      'login',
      '*.password',
      '*.token',
      '*.cookie',
      '*.secret',
      '*.login',
    ],
    censor: '[cut]',
  },
  serializers: { error: describeError },
});

/**
 * What may be written of a failure: its kind, code and the frames of its stack. Never the message, with which a stack begins:
 * Prisma quotes there the values it was given, PostgreSQL's `detail` and `where` hold those of the row.
 */
function describeError(error: unknown): object {
  if (!(error instanceof Error)) return { kind: typeof error };
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined;
  return { kind: error.name, code, stack: framesOf(error.stack) };
}

/** Lines that name a place in the source; what people wrote never begins with «at» and ends with a line and column. */
export function framesOf(stack: string | undefined): string | undefined {
  return stack
    ?.split('\n')
    .filter((line) => /^\s+at .+:\d+:\d+\)?$/.test(line))
    .join('\n');
}
