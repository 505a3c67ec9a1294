import { defaultPermissions, roles } from '@/access/permissions';
import { withClient } from '@/server/postgres/roles';

/**
 * What every installation begins with: the shipped table of functions given to roles (R-003, C-12). A table that holds rows is
 * somebody's own by now and stays as it is.
 */
export async function seedReference(ownerUrl: string): Promise<void> {
  const rows = roles.flatMap((role) => defaultPermissions[role].map((permission) => ({ role, permission })));
  await withClient(ownerUrl, (client) =>
    client.query(
      `INSERT INTO role_permission (role, permission)
       SELECT role::role, permission FROM jsonb_to_recordset($1::jsonb) AS r(role text, permission text)
       WHERE NOT EXISTS (SELECT 1 FROM role_permission)`,
      [JSON.stringify(rows)],
    ),
  );
}
