import { spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { installationSecrets } from '../installation';
import { log } from '../log';
import { bareEnv, type Cluster, prepareCluster, serverArguments } from './cluster';
import { databaseName, ensureDatabase, ownerRole, runtimeRole } from './roles';

/** A running PostgreSQL of our own with the addresses of its three roles. */
export type EmbeddedPostgres = {
  superuserUrl: string;
  ownerUrl: string;
  runtimeUrl: string;
  /** Where its data lies. */
  folder: string;
  /** False when a server left by a killed process was found and taken over. */
  startedHere: boolean;
  pid(): number;
  /** Starts it again whenever it dies, until `stop` (T-093). */
  supervise(): void;
  /** Fast shutdown: open transactions are rolled back, committed ones kept. */
  stop(): Promise<void>;
};

type Options = { dataDir: string; settings?: Record<string, string> };

/** Starts the PostgreSQL of `dataDir` or takes over the one that already runs there; makes it at the first start. */
export async function startEmbedded({ dataDir, settings = {} }: Options): Promise<EmbeddedPostgres> {
  const secrets = installationSecrets(dataDir);
  const cluster = await prepareCluster(dataDir, secrets);
  const left = await findRunning(cluster);
  const port = left?.port ?? (await freePort());
  let pid = left?.pid ?? (await launch(cluster, port, settings));
  const address = (role: string, password: string, database: string) =>
    `postgresql://${role}:${password}@127.0.0.1:${port}/${database}`;
  const superuserUrl = superuserAddress(cluster, port);
  await ensureDatabase(superuserUrl, { owner: secrets.ownerPassword, runtime: secrets.runtimePassword });

  const stopping = new AbortController();
  let watching: Promise<void> | undefined;
  const watch = async () => {
    for (;;) {
      await pause(200, undefined, { signal: stopping.signal }).catch(() => undefined);
      if (stopping.signal.aborted) return;
      if (isAlive(pid)) continue;
      log.error({ event: 'postgres-died', pid });
      pid = await launch(cluster, port, settings).catch((error: unknown) => {
        log.error({ event: 'postgres-restart-failed', error });
        return pid;
      });
      log.info({ event: 'postgres-restarted', pid });
    }
  };
  return {
    superuserUrl,
    ownerUrl: address(ownerRole, secrets.ownerPassword, databaseName),
    runtimeUrl: address(runtimeRole, secrets.runtimePassword, databaseName),
    folder: cluster.folder,
    startedHere: !left,
    pid: () => pid,
    supervise: () => {
      watching ??= watch();
    },
    stop: async () => {
      stopping.abort();
      await watching;
      await shutDown(pid);
    },
  };
}

const superuserAddress = (cluster: Cluster, port: number) =>
  `postgresql://postgres:${cluster.superuserPassword}@127.0.0.1:${port}/postgres`;

type Running = { pid: number; port: number };

/** What `postmaster.pid` says, if that process lives and lets us in; waits while it starts or recovers. */
async function findRunning(cluster: Cluster): Promise<Running | undefined> {
  for (;;) {
    const found = readPidFile(cluster);
    if (!found || !isAlive(found.pid)) return undefined;
    if (await answers(superuserAddress(cluster, found.port))) return found; // throws where our password is refused
    if (!isPostgres(found.pid)) return undefined;
    await pause(50);
  }
}

function readPidFile(cluster: Cluster): Running | undefined {
  try {
    const lines = readFileSync(path.join(cluster.folder, 'postmaster.pid'), 'utf8').split('\n');
    return { pid: Number(lines[0]), port: Number(lines[3]) };
  } catch {
    return undefined;
  }
}

/** Starts the server process, detached so that Ctrl-C reaches it only through us. @throws when it gives up */
async function launch(cluster: Cluster, port: number, settings: Record<string, string>): Promise<number> {
  const deadline = Date.now() + 60_000;
  const noise = path.join(path.dirname(cluster.folder), 'postgres-start.log');
  for (;;) {
    const output = openSync(noise, 'w', 0o600);
    const child = spawn(path.join(cluster.binaries, 'bin', 'postgres'), serverArguments(cluster, port, settings), {
      ...cluster.user,
      cwd: '/',
      detached: true,
      stdio: ['ignore', output, output],
      env: bareEnv,
    });
    closeSync(output);
    child.unref();
    const gone = new Promise<'gone'>((resolve) => {
      child.once('exit', () => resolve('gone'));
      child.once('error', () => resolve('gone'));
    });
    const url = superuserAddress(cluster, port);
    for (;;) {
      if (await answers(url)) return child.pid ?? 0;
      const state = await Promise.race([gone, pause(25)]);
      if (state === 'gone') break;
      if (Date.now() > deadline) throw new Error(`PostgreSQL does not answer; see ${noise}`);
    }
    const reason = readFileSync(noise, 'utf8');
    // Killed hard a moment ago: its last backends still hold the shared memory, or another start was faster.
    if (!/shared memory block|lock file/.test(reason) || Date.now() > deadline) {
      throw new Error(`PostgreSQL does not start:\n${reason}`);
    }
    const other = await findRunning(cluster);
    if (other?.port === port) return other.pid;
    await pause(100);
  }
}

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return true;
  } catch (error) {
    if ((error as { code?: string }).code !== '28P01') return false;
    throw new Error('a PostgreSQL runs over this data whose password secrets.json does not know: restore that file');
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function shutDown(pid: number): Promise<void> {
  const deadline = Date.now() + 20_000;
  for (let signal: NodeJS.Signals | 0 = 'SIGINT'; isAlive(pid); signal = 0) {
    if (signal || Date.now() > deadline) process.kill(pid, signal || 'SIGQUIT');
    await pause(20);
  }
}

/** A zombie, whom a careless process 1 never buries, counts as dead. */
function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
  try {
    return !/\) [ZX] /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return process.platform !== 'linux';
  }
}

/** A pid file outlives a power cut; its number may belong to a stranger by now. */
function isPostgres(pid: number): boolean {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('postgres');
  } catch {
    return process.platform !== 'linux';
  }
}

/** A loopback port that nobody listens on now. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() =>
        address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port')),
      );
    });
  });
}
