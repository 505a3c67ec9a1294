import { type ChildProcess, execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { freePort } from '@/server/postgres/embedded';
import { withClient } from '@/server/postgres/roles';
import type { DurablePostgres } from './durable-postgres';
import { spawnCli } from './run-cli';

/** The environment of a production installation whose roles, database and secrets are made as the deployment makes them. */
export type Installation = {
  host: string;
  /** What a server or a worker is told; secrets as files. */
  settings: Record<string, string>;
  ownerUrl: string;
  runtimeUrl: string;
  remove: () => void;
};

/** Runs `deploy/make-secrets.sh` and `deploy/postgres/roles.sql` on a PostgreSQL of ours, under names of their own. */
export async function prepareInstallation(postgres: DurablePostgres, host: string): Promise<Installation> {
  const folder = mkdtempSync(path.join(tmpdir(), 'installation-'));
  execFileSync('sh', ['deploy/make-secrets.sh', folder]);
  const secret = (name: string) => readFileSync(path.join(folder, name), 'utf8');
  await makeRoles(postgres, { owner_password: secret('owner_password'), runtime_password: secret('runtime_password') });
  const addressOf = (role: string, password: string) => {
    const url = new URL(postgres.superuserUrl);
    return Object.assign(url, { username: role, password, pathname: '/college' }).href;
  };
  return {
    host,
    ownerUrl: addressOf('college_owner', secret('owner_password')),
    runtimeUrl: addressOf('college_app', secret('runtime_password')),
    settings: {
      NEXTAUTH_URL: `https://${host}`,
      NEXTAUTH_SECRET_FILE: path.join(folder, 'auth_secret'),
      NEXT_SERVER_ACTIONS_ENCRYPTION_KEY_FILE: path.join(folder, 'actions_key'),
      DATABASE_URL: addressOf('college_app', secret('runtime_password')),
      DATA_DIR: folder,
      BACKUP_DIR: mkdtempSync(path.join(folder, 'backup-')),
      BACKUP_DIR_2: mkdtempSync(path.join(folder, 'backup-')),
      BACKUP_PASSPHRASE_FILE: path.join(folder, 'backup_passphrase'),
      LISTEN_HOST: '127.0.0.1',
      TRUSTED_PROXY_HOPS: '1',
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** psql's variables are filled in here; `college…` because the server has a vedomost of its own already. */
async function makeRoles({ superuserUrl }: DurablePostgres, passwords: Record<string, string>): Promise<void> {
  const statements = readFileSync('deploy/postgres/roles.sql', 'utf8')
    .replace(/^(?:--|\\set).*$/gm, '')
    .replace(/\bvedomost\b/g, 'college')
    .replace(/\bvedomost_(owner|app)\b/g, 'college_$1')
    .replace(/:'(\w+)'/g, (_, name: string) => `'${passwords[name]}'`)
    .split(';')
    .filter((statement) => statement.trim() !== '');
  await withClient(superuserUrl, async (client) => {
    for (const statement of statements) await client.query(statement);
  });
}

/** A process of the installation: `start` or `worker`. */
export type Running = {
  port: number;
  pid: number;
  output: () => string;
  stop: () => Promise<number | null>;
};

/** Starts a command and waits until it says that it works. */
export async function startCommand(command: 'start' | 'worker', { settings }: Installation): Promise<Running> {
  const port = await freePort();
  // Copies and their trial restores have tests of their own: here they refuse at once.
  const withoutCopies = { BACKUP_DIR: undefined, BACKUP_DIR_2: undefined, BACKUP_PASSPHRASE_FILE: undefined };
  const child: ChildProcess = spawnCli([command], { ...settings, ...withoutCopies, PORT: String(port) });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk: Buffer) => {
      output += chunk.toString();
    });
  }
  const works = command === 'start' ? 'Ведомость открыта' : 'worker-started';
  while (!output.includes(works)) {
    if (child.exitCode !== null) throw new Error(`${command} ended with ${child.exitCode}:\n${output}`);
    await pause(25);
  }
  const stop = async () => {
    if (child.exitCode !== null) return child.exitCode;
    const gone = once(child, 'exit') as Promise<[number | null]>;
    child.kill('SIGTERM');
    return (await gone)[0];
  };
  return { port, pid: child.pid ?? 0, output: () => output, stop };
}
