import type pg from 'pg';
import { copyIn, copyOut } from '@/server/postgres/copy';
import { columnsOf, withCopySession } from './copy-session';
import type { Watch } from './dump-database';
import { type Contents, damaged, type Manifest } from './file/layout';
import type { FileReader, Rows } from './file/read-file';
import { RowSum } from './file/row-sum';

type Named = { name: string };
type Loaded = { manifest: Manifest /** Tables of the file that the schema does not have. */; leftOut: string[] };
type ForeignKey = { table: string; name: string; definition: string };

/**
 * Fills a database that has the file's schema and nothing else, as its owner and in one transaction: guards are asleep and foreign
 * keys are off while the rows come in; each key is proved anew when it comes back. Then every table is read again and compared
 * with the manifest. Tables that somebody made by hand are not of the schema: they are left out and named. @throws Refusal BACKUP_REFUSED naming what differs
 */
export function loadCopy(ownerUrl: string, reader: FileReader, { signal, progress }: Watch): Promise<Loaded> {
  const { tables } = reader.contents;
  return withCopySession(ownerUrl, async (client) => {
    await client.query('BEGIN');
    const keys = await dropForeignKeys(client);
    const ours = await everyTable(client);
    for (const table of ours) {
      await client.query(`ALTER TABLE public.${client.escapeIdentifier(table)} DISABLE TRIGGER USER`);
      await client.query(`TRUNCATE public.${client.escapeIdentifier(table)}`);
    }
    const source = new Ahead(reader.rows((done, total) => progress(done, total, 'восстановление')));
    for (let next = await source.peek(); next; next = await source.peek()) {
      signal.throwIfAborted();
      const table = tables[next.table];
      if (!table) throw damaged('номер таблицы');
      if (ours.includes(table.name)) await copyIn(client, `COPY ${columnsOf(table)} FROM STDIN`, source.of(next.table));
      else for await (const _ of source.of(next.table)) signal.throwIfAborted();
    }
    const manifest = reader.end();
    for (const { table, name, definition } of keys) {
      await client.query(`ALTER TABLE ${table} ADD CONSTRAINT ${client.escapeIdentifier(name)} ${definition}`);
    }
    for (const table of ours) {
      await client.query(`ALTER TABLE public.${client.escapeIdentifier(table)} ENABLE TRIGGER USER`);
    }
    for (const { name, last } of manifest.sequences) {
      if (last === null) continue;
      await client.query('SELECT setval(to_regclass($1), $2::bigint, true)', [
        `public.${client.escapeIdentifier(name)}`,
        last,
      ]);
    }
    await client.query('COMMIT');
    const leftOut = tables.map(({ name }) => name).filter((name) => !ours.includes(name));
    await compare(client, reader.contents, manifest, { progress, leftOut });
    await client.query('ANALYZE');
    return { manifest, leftOut };
  });
}

async function dropForeignKeys(client: pg.Client): Promise<ForeignKey[]> {
  const { rows } = await client.query<ForeignKey>(
    `SELECT conrelid::regclass::text AS table, conname AS name, pg_get_constraintdef(oid) AS definition FROM pg_constraint
     WHERE contype = 'f' AND connamespace = 'public'::regnamespace AND conparentid = 0`,
  );
  for (const { table, name } of rows) {
    await client.query(`ALTER TABLE ${table} DROP CONSTRAINT ${client.escapeIdentifier(name)}`);
  }
  return rows;
}

async function everyTable(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<Named>(
    `SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND relname <> '_prisma_migrations'`,
  );
  return rows.map(({ name }) => name);
}

/** What lies in the database now against what was written into the file. */
async function compare(
  client: pg.Client,
  contents: Contents,
  manifest: Manifest,
  { progress, leftOut }: Pick<Watch, 'progress'> & { leftOut: readonly string[] },
): Promise<void> {
  for (const [place, { name, rows, hash }] of manifest.tables.entries()) {
    if (leftOut.includes(name)) continue;
    await progress(place, manifest.tables.length, 'сверка');
    const table = contents.tables[place];
    const sum = new RowSum();
    if (table) {
      await copyOut(client, `COPY ${columnsOf(table)} TO STDOUT`, (row) => {
        sum.add(row);
        return undefined;
      });
    }
    if (table?.name !== name || sum.rows !== rows || sum.hash() !== hash) {
      throw damaged(`таблица ${name} восстановлена не такой, какой была`);
    }
  }
}

/** Looks one block ahead, so that the rows of a table end where the next table's begin. */
class Ahead {
  private next: Rows | undefined;

  constructor(private readonly source: AsyncGenerator<Rows>) {}

  async peek(): Promise<Rows | undefined> {
    this.next ??= (await this.source.next()).value ?? undefined;
    return this.next;
  }

  async *of(table: number): AsyncGenerator<Buffer> {
    for (let rows = await this.peek(); rows?.table === table; rows = await this.peek()) {
      this.next = undefined;
      yield rows.bytes;
    }
  }
}
