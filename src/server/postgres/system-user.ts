import { spawnSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';

/** Whom PostgreSQL runs as: it refuses root. `undefined` = ourselves. */
export type SystemUser = { uid: number; gid: number } | undefined;

/** As root: the owner of `existing` data, else `postgres`, made when missing, else `nobody`. Else: ourselves. */
export function postgresUser(existing?: string): SystemUser {
  if (process.getuid?.() !== 0) return undefined;
  const owner = existing ? statSync(existing) : undefined;
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  const known = findUser('postgres');
  if (known) return known;
  spawnSync('useradd', ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', 'postgres']);
  const user = findUser('postgres') ?? findUser('nobody');
  if (!user) throw new Error('PostgreSQL refuses to run as root and there is no user «postgres» or «nobody»');
  return user;
}

function findUser(name: string): SystemUser {
  for (const line of readFileSync('/etc/passwd', 'utf8').split('\n')) {
    const [login, , uid, gid] = line.split(':');
    if (login === name && uid && gid) return { uid: Number(uid), gid: Number(gid) };
  }
  return undefined;
}

/** Whether any user may walk down to `target` and read it; a home folder of mode 0700 on the way says no. */
export function isOpenToOthers(target: string): boolean {
  const full = path.resolve(target);
  const needed = statSync(full).isDirectory() ? 0o5 : 0o4;
  if ((statSync(full).mode & needed) !== needed) return false;
  for (let folder = path.dirname(full); ; folder = path.dirname(folder)) {
    if ((statSync(folder).mode & 0o1) === 0) return false;
    if (folder === path.dirname(folder)) return true;
  }
}
