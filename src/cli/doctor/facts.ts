import type { BackupWarning } from '@/features/backup/backup-state';
import type { Disk } from '@/server/disk-space';

/** What the doctor looks at; everything it says follows from this alone. */
export type Facts = {
  node: string;
  /** User id of the process; undefined where the system has none. */
  user: number | undefined;
  variables: Variables;
  folder: FolderFacts;
  media: MediaFacts;
  database: DatabaseFacts | { unreachable: string };
};

export type Variables = {
  mode: string | undefined;
  publicUrl: string;
  secret: string;
  actionsKey: string | undefined;
  databasePassword: string;
  trustedProxyHops: number;
  backupPhrase: string;
};

export type FolderFacts = {
  writable: boolean;
  /** Whether somebody else on this machine may read the installation's secrets. */
  secretsOpen: boolean;
  disk: Disk | null;
};

/** The two places of copies: whether each can be written, and whether they are one disk after all. */
export type MediaFacts = { first: boolean; second: boolean; sameDisk: boolean };

export type DatabaseFacts = {
  /** Major version. */
  version: number;
  /** Switches that are off and must not be. */
  off: readonly string[];
  passwordEncryption: string;
  /** Whether letters are compared as Russian does: ё after е. */
  russianOrder: boolean;
  /** Whether the server's own log may hold values of rows. */
  talkativeLog: boolean;
  /** The role of DATABASE_URL: rights over the whole server, and tables or functions that are its own. */
  powerful: boolean;
  owns: boolean;
  demo: boolean;
  movableClock: boolean;
  /** The connection crosses a public network in the clear. */
  exposed: boolean;
  missingMigrations: readonly string[];
  unguarded: readonly string[];
  /** Database clock minus ours, milliseconds. */
  skew: number;
  /** How long the oldest job has waited for a worker, seconds. */
  jobsWait: number;
  /** What is amiss with the copies; nothing before an institution is entered. */
  backups: readonly BackupWarning[];
  /** Whether an institution is entered, and how many people may keep its accounts. */
  installed: boolean;
  administrators: number;
};
