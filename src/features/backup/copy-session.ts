import pg from 'pg';
import { withClient } from '@/server/postgres/roles';
import type { Contents } from './file/layout';

/** One way of writing every value, whatever the server's own settings; a copy may take its time. */
const sessionSettings = `SET TimeZone = 'UTC'; SET DateStyle = 'ISO, YMD'; SET IntervalStyle = 'postgres'; SET extra_float_digits = 1;
  SET bytea_output = 'hex'; SET client_encoding = 'UTF8'; SET statement_timeout = 0; SET lock_timeout = 0;
  SET idle_in_transaction_session_timeout = 0; SET client_min_messages = 'warning'`;

/** A connection whose `COPY` reads and writes values in one form. */
export function withCopySession<Result>(url: string, work: (client: pg.Client) => Promise<Result>): Promise<Result> {
  return withClient(url, async (client) => {
    await client.query(sessionSettings);
    return work(client);
  });
}

type Table = Contents['tables'][number];

/** «"mark" ("id", "value")»: the table with its columns, as `COPY` names them. */
export function columnsOf({ name, columns }: Table): string {
  return `public.${pg.escapeIdentifier(name)} (${columns.map((column) => pg.escapeIdentifier(column)).join(', ')})`;
}
