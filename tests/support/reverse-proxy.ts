import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { freePort } from '@/server/postgres/embedded';
import { isOpen } from './production-start';

export type ReverseProxy = { http: number; https: number; stop: () => Promise<void> };

/** Whether this machine can run the door of the installation at all. */
export function hasReverseProxy(): boolean {
  return [['nginx', '-v'] as const, ['openssl', 'version'] as const].every(
    ([tool, argument]) => spawnSync(tool, [argument]).status === 0,
  );
}

/** The shipped configuration, before the application processes on `ports`, with a certificate of its own. */
export async function startReverseProxy(host: string, ports: readonly number[]): Promise<ReverseProxy> {
  const folder = mkdtempSync(path.join(tmpdir(), 'proxy-'));
  chmodSync(folder, 0o755);
  const [http, https] = [await freePort(), await freePort()];
  const values: Record<string, string> = {
    VEDOMOST_HOST: host,
    VEDOMOST_HTTP_PORT: `127.0.0.1:${http}`,
    VEDOMOST_HTTPS_PORT: `127.0.0.1:${https}`,
    VEDOMOST_TLS_FOLDER: folder,
    VEDOMOST_RESOLVER: '127.0.0.1',
    VEDOMOST_APP_SERVERS: ports.map((port) => `server 127.0.0.1:${port} max_fails=0;`).join(' '),
  };
  const template = readFileSync('deploy/nginx/nginx.conf.template', 'utf8');
  writeFileSync(
    path.join(folder, 'nginx.conf'),
    template.replace(/\$\{(VEDOMOST_\w+)\}/g, (_, name: string) => values[name] ?? ''),
  );
  const certificate = ['-keyout', path.join(folder, 'tls.key'), '-out', path.join(folder, 'tls.crt')];
  const kind = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-subj', `/CN=${host}`];
  execFileSync('openssl', ['req', '-x509', '-days', '2', ...kind, ...certificate], { stdio: 'ignore' });
  const flags = ['-e', 'stderr', '-p', `${folder}/`, '-c', 'nginx.conf', '-g', 'daemon off;'];
  const child = spawn('nginx', flags, { stdio: ['ignore', 'ignore', 'pipe'] });
  let complaints = '';
  child.stderr.on('data', (chunk: Buffer) => {
    complaints += chunk.toString();
  });
  while (!(await isOpen(https))) {
    if (child.exitCode !== null) throw new Error(`nginx ended with ${child.exitCode}: ${complaints}`);
    await pause(20);
  }
  return {
    http,
    https,
    stop: async () => {
      const gone = once(child, 'exit');
      child.kill('SIGQUIT');
      await gone;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
