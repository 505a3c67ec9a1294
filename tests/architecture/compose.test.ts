import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { parseEnv } from '@/server/env';
import { withFiles } from '@/server/env-files';

type Service = {
  image: string;
  user: string;
  restart: string;
  command: string[];
  init: boolean;
  read_only: boolean;
  cap_drop: string[];
  cap_add?: string[];
  privileged?: boolean;
  security_opt: string[];
  mem_limit: string;
  pids_limit: number;
  networks: string[];
  ports?: string[];
  secrets: string[];
  volumes?: string[];
  environment: Record<string, string>;
  stop_grace_period: string;
  healthcheck: { test?: string[]; disable?: boolean };
  depends_on?: Record<string, { condition: string }>;
  deploy?: { replicas: number };
  logging: { options: Record<string, string> };
};
type Compose = {
  services: Record<string, Service>;
  networks: Record<string, { internal?: boolean }>;
  volumes: Record<string, object>;
  secrets: Record<string, { file: string }>;
};

const text = readFileSync('docker-compose.yml', 'utf8');
const compose = parse(text, { merge: true }) as Compose;
const services = Object.entries(compose.services);
const service = (name: string): Service => {
  const found = compose.services[name];
  if (!found) throw new Error(`there is no service ${name}`);
  return found;
};

describe('T-144 code execution in the application is not the end', () => {
  test.each(services)('T-144 %s has no root, no tools, nothing to write to', (_, hardened) => {
    expect(hardened).toMatchObject({
      user: expect.stringMatching(/^[1-9]\d*:[1-9]\d*$/),
      read_only: true,
      cap_drop: ['ALL'],
      security_opt: ['no-new-privileges:true'],
      mem_limit: expect.stringMatching(/^\d+[mg]$/),
      pids_limit: expect.any(Number),
    });
    expect(hardened.cap_add).toBeUndefined();
    expect(hardened.privileged).toBeUndefined();
    for (const volume of hardened.volumes ?? []) expect(volume).not.toMatch(/docker\.sock|^\/:/);
  });

  test('T-144 only the door has a way out, and it alone is open to the world', () => {
    expect(compose.networks.inside).toEqual({ internal: true });
    const outside = services.filter(([, { networks }]) => networks.some((name) => name !== 'inside'));
    const open = services.filter(([, { ports }]) => ports !== undefined);
    expect(outside.map(([name]) => name)).toEqual(['proxy']);
    expect(open.map(([name]) => name)).toEqual(['proxy']);
    expect(service('proxy').secrets).toEqual(['tls.crt', 'tls.key']);
  });

  test('T-144 the running application never learns the owner’s password, nor the door anything of the database', () => {
    const owners = ['postgres_password', 'owner_password', 'database_owner_url'];
    for (const name of ['app', 'worker', 'proxy']) {
      expect(service(name).secrets.filter((secret) => owners.includes(secret))).toEqual([]);
      expect(JSON.stringify(service(name).environment)).not.toMatch(/OWNER/);
    }
    expect(service('migrate').secrets).toContain('database_owner_url');
    expect(service('app').depends_on).toEqual({ migrate: { condition: 'service_completed_successfully' } });
  });
});

test('T-066 T-125 the door keeps no answer of anybody’s and lets nobody dribble', () => {
  const door = readFileSync('deploy/nginx/nginx.conf.template', 'utf8');
  expect(door).not.toMatch(/proxy_cache|proxy_store|Upgrade/);
  for (const rule of ['client_header_timeout 15s', 'client_body_timeout 15s', 'limit_conn address 1000']) {
    expect(door).toContain(`${rule};`);
  }
});

describe('T-060 secrets', () => {
  test('T-060 come from files; neither the compose file nor the image knows one', () => {
    expect(Object.values(compose.secrets).every(({ file }) => file.startsWith('./deploy/secrets/'))).toBe(true);
    expect(readFileSync('.gitignore', 'utf8').split('\n')).toContain('deploy/secrets/');
    expect(text).not.toMatch(/(?:PASSWORD|SECRET|KEY|DATABASE_URL|OWNER_URL): /);
    const image = readFileSync('deploy/Dockerfile', 'utf8');
    expect(image).not.toMatch(/\b(?:ARG|ENV)\b.*(?:SECRET|PASSWORD|KEY|URL)/);
    expect(readFileSync('deploy/Dockerfile.dockerignore', 'utf8').split('\n')).toContain('*');
    expect(image).toContain('USER node');
  });

  test('T-060 of two installations differ, and are those that the product asks for', () => {
    const folders = [1, 2].map(() => mkdtempSync(path.join(tmpdir(), 'secrets-')));
    const made = folders.map((folder) => {
      execFileSync('sh', ['deploy/make-secrets.sh', folder]);
      return Object.fromEntries(
        readdirSync(folder).map((name) => [name, readFileSync(path.join(folder, name), 'utf8')]),
      );
    });
    const [first = {}, second = {}] = made;
    expect(Object.keys(first).sort()).toEqual(
      Object.keys(compose.secrets)
        .filter((name) => !/^tls/.test(name))
        .sort(),
    );
    for (const [name, value] of Object.entries(first)) expect(second[name], name).not.toBe(value);
    const folder = folders[0] ?? '';
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    execFileSync('sh', ['deploy/make-secrets.sh', folder]);
    expect(readFileSync(path.join(folder, 'auth_secret'), 'utf8')).toBe(first.auth_secret);
    expect(startsWith(service('app').environment, folder)).toMatchObject({
      mode: 'production',
      publicUrl: 'https://journal.college.ru',
      databaseUrl: first.database_url,
      databaseOwnerUrl: undefined,
      authSecret: first.auth_secret,
      actionsKey: first.actions_key,
      trustedProxyHops: 1,
      listenHost: '0.0.0.0',
    });
    for (const used of folders) rmSync(used, { recursive: true });
  });
});

/** The configuration that a service starts with, its secrets lying in `folder`. */
function startsWith(environment: Record<string, string>, folder: string) {
  const given = Object.entries(environment).map(([name, value]) => [
    name,
    value.replace('/run/secrets', folder).replace(/\$\{VEDOMOST_HOST:\?[^}]*\}/, 'journal.college.ru'),
  ]);
  return parseEnv(withFiles(Object.fromEntries(given)));
}

describe('T-101 T-152 T-156 the topology', () => {
  test('T-101 PostgreSQL 18, two application processes, a worker and the door, each looked after', () => {
    expect(services.map(([name]) => name)).toEqual(['database', 'migrate', 'app', 'worker', 'proxy']);
    expect(service('database').image).toMatch(/^postgres:18/);
    expect(readFileSync('deploy/Dockerfile', 'utf8')).toMatch(/^FROM node:24/m);
    expect(service('app').deploy).toEqual({ replicas: 2 });
    for (const [name, { healthcheck, restart, stop_grace_period: grace }] of services) {
      expect(grace).toBe('30s'); // 25 s for requests in flight (T-152)
      expect(healthcheck.test !== undefined, name).toBe(name !== 'migrate');
      expect(restart).toBe(name === 'migrate' ? 'on-failure' : 'unless-stopped');
    }
  });

  test('T-101 server and worker share the folder of prints', () => {
    for (const name of ['app', 'worker']) {
      expect(service(name).volumes).toContain('data:/data');
      expect(service(name).environment.DATA_DIR).toBe('/data');
    }
  });

  test('T-156 logs rotate at 100 MB × 10', () => {
    for (const [, { logging }] of services) expect(logging.options).toEqual({ 'max-size': '100m', 'max-file': '10' });
  });

  test('every volume, network and secret that a service names is there, and none is idle', () => {
    const named = (pick: (of: Service) => readonly string[] | undefined) =>
      [...new Set(services.flatMap(([, one]) => pick(one) ?? []))].sort();
    expect(named(({ secrets }) => secrets)).toEqual(Object.keys(compose.secrets).sort());
    expect(named(({ networks }) => networks)).toEqual(Object.keys(compose.networks).sort());
    const volumes = named(({ volumes }) => volumes?.flatMap((volume) => /^(\w+):/.exec(volume)?.[1] ?? []));
    expect(volumes).toEqual(Object.keys(compose.volumes).sort());
  });
});
