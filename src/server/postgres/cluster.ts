import { execFile } from 'node:child_process';
import { chownSync, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import type { InstallationSecrets } from '../installation';
import { postgresBinaries, sharedFolder } from './binaries';
import { isOpenToOthers, postgresUser, type SystemUser } from './system-user';

/** One PostgreSQL on this machine: who runs it, from which binaries, over which data folder. */
export type Cluster = { user: SystemUser; binaries: string; folder: string; superuserPassword: string };

/** Passwords over loopback only, no sockets at all, Russian order by ICU so that Ё stands after Е (T-062). */
const accessRules = 'host all all 127.0.0.1/32 scram-sha-256\n';
const initialFlags = [
  '--username=postgres',
  '--auth=scram-sha-256',
  '--encoding=UTF8',
  '--locale=C',
  '--locale-provider=icu',
  '--icu-locale=ru-RU',
  '--data-checksums',
];

/** What PostgreSQL's processes are told of our environment: no variable of ours, above all no secret. */
export const bareEnv: NodeJS.ProcessEnv = { NODE_ENV: 'production', PATH: '/usr/bin:/bin', LC_ALL: 'C' };

/** Settings of every cluster of ours; statements and row values stay out of its log (T-070). */
const baseSettings = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  timezone: 'UTC',
  log_timezone: 'UTC',
  password_encryption: 'scram-sha-256',
  logging_collector: 'on',
  log_directory: 'log',
  log_filename: 'postgresql-%a.log',
  log_truncate_on_rotation: 'on',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  // After a crash: one call instead of opening each of a thousand files, seconds on a busy disk.
  ...(process.platform === 'linux' ? { recovery_init_sync_method: 'syncfs' } : {}),
};

/** Finds the cluster of `dataDir`, making it at the first start; a half-made one is made anew. */
export async function prepareCluster(dataDir: string, secrets: InstallationSecrets): Promise<Cluster> {
  const known = [path.join(sharedFolder, secrets.clusterId), path.resolve(dataDir)].find((home) =>
    existsSync(path.join(home, 'postgres')),
  );
  const user = postgresUser(known && path.join(known, 'postgres'));
  const home =
    known ?? (user && !isOpenToOthers(dataDir) ? path.join(sharedFolder, secrets.clusterId) : path.resolve(dataDir));
  const cluster: Cluster = {
    user,
    binaries: postgresBinaries(user, dataDir),
    folder: path.join(home, 'postgres'),
    superuserPassword: secrets.superuserPassword,
  };
  if (!known) await createCluster(cluster, home);
  return cluster;
}

async function createCluster(cluster: Cluster, home: string): Promise<void> {
  const draft = path.join(home, 'postgres.new');
  const passwordFile = path.join(home, 'postgres.password');
  mkdirSync(home, { recursive: true, mode: 0o755 });
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { mode: 0o700 });
  writeFileSync(passwordFile, cluster.superuserPassword, { mode: 0o600 });
  if (cluster.user) for (const entry of [draft, passwordFile]) chownSync(entry, cluster.user.uid, cluster.user.gid);
  try {
    await promisify(execFile)(
      path.join(cluster.binaries, 'bin', 'initdb'),
      [...initialFlags, `--pgdata=${draft}`, `--pwfile=${passwordFile}`],
      { ...cluster.user, cwd: '/', env: bareEnv },
    );
  } catch (error) {
    throw new Error(`initdb failed: ${(error as { stderr?: string }).stderr || String(error)}`);
  } finally {
    rmSync(passwordFile, { force: true });
  }
  writeFileSync(path.join(draft, 'pg_hba.conf'), accessRules);
  renameSync(draft, cluster.folder);
}

/** Command line of the server process for `port`; `extra` wins over the base settings. */
export function serverArguments(cluster: Cluster, port: number, extra: Record<string, string>): string[] {
  const settings = Object.entries({ ...baseSettings, ...extra });
  return ['-D', cluster.folder, '-p', String(port), ...settings.flatMap(([name, value]) => ['-c', `${name}=${value}`])];
}
