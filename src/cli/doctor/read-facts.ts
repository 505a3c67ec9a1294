import { accessSync, constants, statfsSync, statSync } from 'node:fs';
import path from 'node:path';
import { withFiles } from '@/server/env-files';
import { databaseFacts } from './database-facts';
import type { Facts, FolderFacts, MediaFacts } from './facts';

/** Reads what is to be judged; a variable that is missing or senseless is a fact like any other. */
export async function readFacts(source: Record<string, string | undefined>): Promise<Facts> {
  const given = withFiles(source);
  const databaseUrl = given.DATABASE_URL ?? '';
  return {
    node: process.versions.node,
    user: process.getuid?.(),
    variables: {
      mode: given.VEDOMOST_MODE,
      publicUrl: given.NEXTAUTH_URL ?? '',
      secret: given.NEXTAUTH_SECRET ?? '',
      actionsKey: given.NEXT_SERVER_ACTIONS_ENCRYPTION_KEY || undefined,
      databasePassword: passwordIn(databaseUrl),
      trustedProxyHops: Number(given.TRUSTED_PROXY_HOPS ?? 0),
      backupPhrase: given.BACKUP_PASSPHRASE ?? '',
    },
    folder: folderFacts(given.DATA_DIR || '.data'),
    media: mediaFacts(given.BACKUP_DIR || undefined, given.BACKUP_DIR_2 || undefined),
    database: await databaseFacts(databaseUrl),
  };
}

function passwordIn(url: string): string {
  return URL.canParse(url) ? decodeURIComponent(new URL(url).password) : '';
}

function folderFacts(folder: string): FolderFacts {
  return {
    writable: isWritable(folder),
    secretsOpen: ((statSync(path.join(folder, 'secrets.json'), { throwIfNoEntry: false })?.mode ?? 0) & 0o077) !== 0,
    disk: isWritable(folder) ? statfsSync(folder) : null,
  };
}

function mediaFacts(one: string | undefined, other: string | undefined): MediaFacts {
  const [first, second] = [isThere(one), isThere(other)];
  return { first, second, sameDisk: first && second && statSync(`${one}`).dev === statSync(`${other}`).dev };
}

const isThere = (folder: string | undefined) => folder !== undefined && isWritable(folder);

function isWritable(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK);
    return statSync(folder).isDirectory();
  } catch {
    return false;
  }
}
