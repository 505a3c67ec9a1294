import pg from 'pg';

/** Owns the schema and runs migrations. */
export const ownerRole = 'vedomost_owner';
/** What the application signs in as: owns nothing (T-061). */
export const runtimeRole = 'vedomost_app';
export const databaseName = 'vedomost';

/** Opens one connection for `work` and closes it whatever happens. */
export async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  client.on('error', () => undefined); // a cut connection is reported by the query that was running
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** The same server and role, another database. */
export function withDatabase(url: string, database: string): string {
  const changed = new URL(url);
  changed.pathname = `/${database}`;
  return changed.href;
}

/** Makes both roles and the database on our own server where they are missing. */
export async function ensureDatabase(
  superuserUrl: string,
  passwords: { owner: string; runtime: string },
): Promise<void> {
  await withClient(superuserUrl, async (client) => {
    await client.query('SELECT pg_advisory_lock(72707370)');
    for (const [role, password] of [
      [ownerRole, passwords.owner],
      [runtimeRole, passwords.runtime],
    ] as const) {
      const known = await client.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [role]);
      if (known.rowCount) continue;
      await client.query(`CREATE ROLE ${role} LOGIN PASSWORD ${client.escapeLiteral(password)}`);
    }
    const database = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [databaseName]);
    if (!database.rowCount) await createDatabase(client, databaseName);
  });
}

/** Russian order of letters, whatever the server's own: Ё stands after Е. */
const russian = "TEMPLATE template0 ENCODING 'UTF8' LOCALE 'C' LOCALE_PROVIDER icu ICU_LOCALE 'ru-RU'";

/** Creates an empty database of the owner, or a copy of `template`; strangers may not even connect. */
export async function createDatabase(
  superuser: pg.Client,
  name: string,
  template?: string,
  { owner, runtime } = { owner: ownerRole, runtime: runtimeRole },
): Promise<void> {
  const source = template ? `TEMPLATE ${superuser.escapeIdentifier(template)}` : russian;
  const id = superuser.escapeIdentifier(name);
  await superuser.query(`CREATE DATABASE ${id} OWNER ${superuser.escapeIdentifier(owner)} ${source}`);
  await superuser.query(`REVOKE ALL ON DATABASE ${id} FROM PUBLIC`);
  await superuser.query(`GRANT CONNECT ON DATABASE ${id} TO ${superuser.escapeIdentifier(runtime)}`);
}
