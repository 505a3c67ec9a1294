import { randomBytes } from 'node:crypto';

/** The product's variables for a test: fresh secrets, the given database and address. */
export function testEnv(databaseUrl: string, publicUrl: string): Record<string, string> {
  return {
    VEDOMOST_MODE: 'test',
    DATABASE_URL: databaseUrl,
    NEXTAUTH_URL: publicUrl,
    NEXTAUTH_SECRET: randomBytes(48).toString('base64url'),
    NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: randomBytes(32).toString('base64'),
    NEXT_TELEMETRY_DISABLED: '1',
  };
}
