import { EnvError, env } from '@/server/env';
import { roleOf } from '@/server/postgres/migrate';
import { productionRefusals } from '@/server/postgres/production-guard';
import { withClient } from '@/server/postgres/roles';

/** `doctor`: everything that is wrong with a production installation, each with its remedy; exit code 1 if anything is. */
export async function runDoctor(): Promise<void> {
  const { databaseUrl, databaseOwnerUrl } = env();
  const complaints = await productionRefusals(databaseUrl);
  if (!databaseOwnerUrl || roleOf(databaseOwnerUrl) === roleOf(databaseUrl)) {
    complaints.push(
      'DATABASE_OWNER_URL is not a second role: make one that owns the schema, so that the application does not',
    );
  }
  if (complaints.length === 0 && (await ownsSomething(databaseUrl))) {
    complaints.push('DATABASE_URL signs in as a superuser or as an owner of tables: give it a role that owns nothing');
  }
  if (complaints.length > 0) throw new EnvError(complaints);
  console.log('Замечаний нет.');
}

async function ownsSomething(url: string): Promise<boolean> {
  const { rowCount } = await withClient(url, (client) =>
    client.query(`SELECT 1 FROM pg_roles WHERE rolname = current_user AND (rolsuper OR rolcreaterole OR rolbypassrls)
      UNION ALL SELECT 1 FROM pg_class WHERE pg_get_userbyid(relowner) = current_user LIMIT 1`),
  );
  return rowCount !== 0;
}
