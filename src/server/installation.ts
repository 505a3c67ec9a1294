import { randomBytes } from 'node:crypto';
import { chmodSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';

const secretsSchema = z.strictObject({
  authSecret: z.string().min(32),
  actionsKey: z.base64(),
  clusterId: z.string().regex(/^[0-9a-f]{16}$/),
  superuserPassword: z.string().min(32),
  ownerPassword: z.string().min(32),
  runtimePassword: z.string().min(32),
});

/** What one installation keeps to itself (T-060): signing and encryption keys, passwords of its own PostgreSQL. */
export type InstallationSecrets = z.infer<typeof secretsSchema>;

/** Reads the secrets under `dataDir`, making them at the first start (file mode 0600, never overwritten). */
export function installationSecrets(dataDir: string): InstallationSecrets {
  const file = path.join(dataDir, 'secrets.json');
  return readSecrets(file) ?? createSecrets(file);
}

function readSecrets(file: string): InstallationSecrets | undefined {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
  chmodSync(file, 0o600);
  return secretsSchema.parse(JSON.parse(text));
}

function createSecrets(file: string): InstallationSecrets {
  const secrets: InstallationSecrets = {
    authSecret: randomBytes(48).toString('base64url'),
    actionsKey: randomBytes(32).toString('base64'),
    clusterId: randomBytes(8).toString('hex'),
    superuserPassword: randomBytes(32).toString('base64url'),
    ownerPassword: randomBytes(32).toString('base64url'),
    runtimePassword: randomBytes(32).toString('base64url'),
  };
  makeDataFolder(path.dirname(file));
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600, flag: 'wx', flush: true });
  try {
    linkSync(draft, file); // fails where a second start was faster: then its secrets are the ones
    return secrets;
  } catch {
    const theirs = readSecrets(file);
    if (!theirs) throw new Error(`cannot create ${file}`);
    return theirs;
  } finally {
    rmSync(draft, { force: true });
  }
}

/** Root's folder stays open to walk through, for the user that PostgreSQL runs as; the files inside are closed. */
function makeDataFolder(folder: string): void {
  const created = mkdirSync(folder, { recursive: true });
  if (created) chmodSync(folder, process.getuid?.() === 0 ? 0o755 : 0o700);
}
