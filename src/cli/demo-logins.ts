import { withClient } from '@/server/postgres/roles';
import { demoLogins, demoPassword } from '@/texts/training';

/** Prints the address and those of the demo logins that this database has. */
export async function printLogins(ownerUrl: string, address: string): Promise<void> {
  const { rows } = await withClient(ownerUrl, (client) =>
    client.query<{ login: string }>('SELECT login FROM account WHERE login = ANY($1)', [Object.keys(demoLogins)]),
  );
  const known = new Set(rows.map((row) => row.login));
  const lines = Object.entries(demoLogins)
    .filter(([login]) => known.has(login))
    .map(([login, role]) => `  ${login.padEnd(12)} ${demoPassword}   ${role}`);
  console.log(`\nВедомость открыта: ${address}\n\n  Логин        Пароль      Кто это\n${lines.join('\n')}\n`);
  console.log('Остановить: Ctrl-C');
}
