import { withClient } from '@/server/postgres/roles';

const demoPassword = 'demo-2026';
const roles: Record<string, string> = {
  teacher: 'преподаватель',
  curator: 'куратор и преподаватель',
  student: 'студент',
  parent: 'родитель двоих детей',
  deputy: 'заместитель директора',
  director: 'директор',
  depthead: 'заведующий отделением',
  studyoffice: 'учебная часть',
  methodist: 'методист',
  admin: 'администратор',
  secretary: 'секретарь',
  dispatcher: 'диспетчер расписания',
  observer: 'наблюдатель',
};

/** Prints the address and those of the demo logins that this database has. */
export async function printLogins(ownerUrl: string, port: number): Promise<void> {
  const { rows } = await withClient(ownerUrl, (client) =>
    client.query<{ login: string }>('SELECT login FROM account WHERE login = ANY($1)', [Object.keys(roles)]),
  );
  const known = new Set(rows.map((row) => row.login));
  const lines = Object.entries(roles)
    .filter(([login]) => known.has(login))
    .map(([login, role]) => `  ${login.padEnd(12)} ${demoPassword}   ${role}`);
  console.log(
    `\nВедомость открыта: http://localhost:${port}\n\n  Логин        Пароль      Кто это\n${lines.join('\n')}\n`,
  );
  console.log('Остановить: Ctrl-C');
}
