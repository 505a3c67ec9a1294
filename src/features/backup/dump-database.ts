import type { FileHandle } from 'node:fs/promises';
import type pg from 'pg';
import { Refusal } from '@/server/errors';
import { copyOut } from '@/server/postgres/copy';
import { version } from '@/server/version';
import { columnsOf, withCopySession } from './copy-session';
import type { Contents, Manifest } from './file/layout';
import { RowSum } from './file/row-sum';
import { digestOf } from './file/verify-file';
import { FileWriter } from './file/write-file';

export type Dumped = { madeAt: Date; digest: string; rows: number };
export type Watch = {
  signal: AbortSignal;
  progress: (done: number, total: number, note?: string) => Promise<void>;
};

/** Two copies of one database are not made at a time: the second would take the first one's draft for a dead one's. */
const copyLock = 72_707_372;

/**
 * Writes the whole database as of one moment into `openFile()`'s file, enciphered, in flat memory (T-110). Which tables there are
 * is the catalogue's to say. Reads as any role that may read them; saves go on meanwhile.
 * @throws Refusal BUSY while another copy is made
 */
export function dumpDatabase(
  url: string,
  passphrase: string,
  openFile: () => Promise<FileHandle>,
  { signal, progress }: Watch,
): Promise<Dumped> {
  return withCopySession(url, async (client) => {
    const { rows: locked } = await client.query<{ held: boolean }>('SELECT pg_try_advisory_lock($1) AS held', [
      copyLock,
    ]);
    if (!locked[0]?.held) throw new Refusal('BUSY');
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    const contents = await readContents(client);
    const file = await openFile();
    try {
      const writer = await FileWriter.begin(file, passphrase, contents);
      const sums: RowSum[] = [];
      for (const [place, table] of contents.tables.entries()) {
        await progress(place, contents.tables.length, table.name);
        signal.throwIfAborted();
        const sum = new RowSum();
        await writer.openTable(place);
        await copyOut(client, `COPY ${columnsOf(table)} TO STDOUT`, (row) => {
          sum.add(row);
          return signal.aborted ? Promise.reject(signal.reason) : writer.row(row);
        });
        sums.push(sum);
      }
      const tables = contents.tables.map(({ name }, place) => {
        const sum = sums[place];
        return { name, rows: sum?.rows ?? 0, hash: sum?.hash() ?? '' };
      });
      const manifest: Manifest = { tables, sequences: await readSequences(client) };
      await writer.end(manifest);
      const rows = tables.reduce((total, table) => total + table.rows, 0);
      return { madeAt: new Date(contents.madeAt), digest: digestOf(manifest), rows };
    } finally {
      await file.close();
    }
  });
}

const tablesSql = `SELECT c.relname AS name, array_agg(a.attname::text ORDER BY a.attnum) AS columns
  FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
  WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND c.relname <> '_prisma_migrations'
    AND NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.objid = c.oid AND d.deptype = 'e')
  GROUP BY c.relname ORDER BY c.relname`;

type Institution = Contents['institution'] & { madeAt: Date; postgres: string };

async function readContents(client: pg.Client): Promise<Contents> {
  const { rows: migrations } = await client.query<{ name: string; checksum: string }>(
    `SELECT migration_name AS name, checksum FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL
     ORDER BY migration_name`,
  );
  const { rows: tables } = await client.query<Contents['tables'][number]>(tablesSql);
  const { rows } = await client.query<Institution>(
    `SELECT short_name AS "shortName", time_zone AS "timeZone", demo, app_now() AS "madeAt", current_setting('server_version') AS postgres
     FROM institution WHERE id = 1`,
  );
  if (!rows[0]) throw new Refusal('BACKUP_REFUSED', { detail: 'учреждение ещё не введено, копировать нечего' });
  const { madeAt, postgres, ...institution } = rows[0];
  return { program: version, postgres, madeAt: madeAt.toISOString(), institution, migrations, tables };
}

/** A sequence is of no moment, so it is read after the rows: never behind them. */
async function readSequences(client: pg.Client): Promise<Manifest['sequences']> {
  const { rows } = await client.query<{ name: string; last: string | null; readable: boolean }>(
    `SELECT c.relname AS name, pg_sequence_last_value(c.oid)::text AS last, has_sequence_privilege(c.oid, 'USAGE, SELECT') AS readable
     FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'S' ORDER BY 1`,
  );
  const closed = rows.find(({ readable }) => !readable);
  if (closed) throw new Error(`the role may not read the sequence ${closed.name}`);
  return rows.map(({ name, last }) => ({ name, last }));
}
