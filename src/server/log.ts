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

/** What may be written of a failure: its kind, code and stack; PostgreSQL's `detail` and `where` hold row values. */
function describeError(error: unknown): object {
  if (!(error instanceof Error)) return { kind: typeof error };
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined;
  return { kind: error.name, code, stack: error.stack };
}
