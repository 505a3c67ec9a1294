import { healthWarnings } from '@/features/health/health-warnings';
import { durability } from '@/server/postgres/production-guard';
import { isLoopbackHost, secretWeakness } from '@/server/secret-strength';
import type { DatabaseFacts, Facts } from './facts';

/** A way to be set up wrongly: what is wrong and what to do, in the words of the person at the console (T-155). */
export type Check = { id: string; finds: (facts: Facts) => boolean; what: string; remedy: string };

/** Looks into the database where there is one to look into. */
const inDatabase =
  (finds: (database: DatabaseFacts) => boolean) =>
  ({ database }: Facts) =>
    !('unreachable' in database) && finds(database);

const ofMachine: readonly Check[] = [
  {
    id: 'mode',
    finds: ({ variables: { mode } }) => mode !== undefined && mode !== '' && mode !== 'production',
    what: 'VEDOMOST_MODE включает демонстрационный, учебный или тестовый режим',
    remedy: 'уберите VEDOMOST_MODE из окружения',
  },
  {
    id: 'no-tls',
    finds: ({ variables: { publicUrl } }) => !isSafeAddress(publicUrl),
    what: 'NEXTAUTH_URL не https: пароли и оценки идут по сети открыто',
    remedy: 'поставьте перед журналом обратный прокси с сертификатом (deploy/nginx) и задайте NEXTAUTH_URL=https://…',
  },
  {
    id: 'no-proxy-hops',
    finds: ({ variables: { publicUrl, trustedProxyHops } }) => publicUrl.startsWith('https:') && trustedProxyHops === 0,
    what: 'TRUSTED_PROXY_HOPS = 0 за обратным прокси: у всех один адрес, подбор пароля закроет вход всем сразу',
    remedy: 'задайте TRUSTED_PROXY_HOPS=1 (число прокси перед журналом)',
  },
  {
    id: 'weak-secret',
    finds: ({ variables: { secret } }) => secretWeakness(secret) !== undefined,
    what: 'NEXTAUTH_SECRET не задан, короткий или взят из примера',
    remedy: 'создайте новый: openssl rand -base64 48; все войдут заново',
  },
  {
    id: 'actions-key',
    finds: ({ variables: { actionsKey } }) => actionsKey !== undefined && !isActionsKey(actionsKey),
    what: 'NEXT_SERVER_ACTIONS_ENCRYPTION_KEY не похож на ключ: нужно 16, 24 или 32 случайных байта в base64',
    remedy: 'создайте новый: openssl rand -base64 32; он один на все серверы',
  },
  {
    id: 'weak-database-password',
    finds: ({ variables: { databasePassword } }) => databasePassword.length < 16,
    what: 'пароль базы данных в DATABASE_URL короче 16 знаков',
    remedy: 'смените его: ALTER ROLE … PASSWORD, затем DATABASE_URL; новый создаёт openssl rand -hex 24',
  },
  {
    id: 'root',
    finds: ({ user }) => user === 0,
    what: 'журнал работает от имени root',
    remedy: 'заведите обычного пользователя без входа и запускайте журнал от него',
  },
  {
    id: 'old-node',
    finds: ({ node }) => isOlder(node, [20, 19]),
    what: 'Node старше 20.19',
    remedy: 'поставьте поддерживаемую версию Node, лучше 24',
  },
  {
    id: 'data-folder',
    finds: ({ folder }) => !folder.writable,
    what: 'в папку DATA_DIR нельзя писать: печать всего колледжа некуда положить',
    remedy: 'создайте папку и отдайте её пользователю журнала; она общая у сервера и worker',
  },
  {
    id: 'open-secrets',
    finds: ({ folder }) => folder.secretsOpen,
    what: 'файл secrets.json в DATA_DIR могут читать другие пользователи машины',
    remedy: 'закройте его: chmod 600; если машина общая, замените секреты',
  },
  {
    id: 'disk-space',
    finds: ({ folder }) => healthWarnings(0, folder.disk).includes('disk-space'),
    what: 'на диске DATA_DIR свободно меньше 1 ГиБ или 5 %',
    remedy: 'освободите место или перенесите DATA_DIR на больший диск',
  },
];

const ofCopies: readonly Check[] = [
  {
    id: 'no-backup-place',
    finds: ({ media }) => !media.first,
    what: 'резервным копиям некуда лечь: BACKUP_DIR не задана или в неё нельзя писать',
    remedy: 'создайте папку на отдельном диске, отдайте её пользователю журнала и задайте BACKUP_DIR',
  },
  {
    id: 'no-second-medium',
    finds: ({ media }) => !media.second,
    what: 'второго носителя копий нет: BACKUP_DIR_2 не задана или носитель не подключён',
    remedy: 'подключите сетевую папку или съёмный диск и задайте BACKUP_DIR_2',
  },
  {
    id: 'same-disk',
    finds: ({ media }) => media.sameDisk,
    what: 'BACKUP_DIR и BACKUP_DIR_2 лежат на одном диске: он откажет – пропадут обе копии',
    remedy: 'перенесите вторую папку на другой диск или другую машину',
  },
  {
    id: 'backup-phrase',
    finds: ({ variables: { backupPhrase } }) => backupPhrase.length < 20,
    what: 'ключевая фраза копий BACKUP_PASSPHRASE не задана или короче 20 знаков: копии не делаются',
    remedy: 'npm run cli -- backup sheet --new предложит фразу и лист восстановления; лист храните не у сервера',
  },
  {
    id: 'backup-stale',
    finds: inDatabase(({ backups }) => backups.includes('backup-stale')),
    what: 'удачной резервной копии нет больше 26 часов',
    remedy: 'сделайте её сейчас: npm run cli -- backup create; ночные делает npm run worker',
  },
  {
    id: 'backup-unverified',
    finds: inDatabase(({ backups }) => backups.includes('backup-unverified')),
    what: 'копии больше 8 дней не проверялись восстановлением',
    remedy: 'npm run cli -- backup drill <файл копии>; еженедельно это делает npm run worker',
  },
  {
    id: 'backup-failed',
    finds: inDatabase(({ backups }) => backups.includes('backup-failed')),
    what: 'последняя резервная копия не сделалась',
    remedy: 'причина названа на странице «Резервные копии»; повторите: npm run cli -- backup create',
  },
  {
    id: 'backup-one-medium',
    finds: inDatabase(({ backups }) => backups.includes('backup-one-medium')),
    what: 'последняя копия цела только на одном носителе',
    remedy: 'подключите второй носитель и сделайте копию заново: npm run cli -- backup create',
  },
];

const ofDatabase: readonly Check[] = [
  {
    id: 'no-database',
    finds: ({ database }) => 'unreachable' in database,
    what: 'база данных по DATABASE_URL не отвечает или не пускает',
    remedy: 'проверьте адрес, роль и пароль и что PostgreSQL запущен; остальное о базе проверить нельзя',
  },
  ...durability.map((name) => ({
    id: name,
    finds: inDatabase(({ off }) => off.includes(name)),
    what: `в PostgreSQL ${name} = off: при отключении питания пропадут сохранённые отметки`,
    remedy:
      name === 'data_checksums'
        ? 'остановите сервер и включите суммы: pg_checksums --enable'
        : `включите: ALTER SYSTEM SET ${name} = on; SELECT pg_reload_conf()`,
  })),
  {
    id: 'old-postgres',
    finds: inDatabase(({ version }) => version < 18),
    what: 'PostgreSQL старше 18: на нём журнал не проверен',
    remedy: 'обновите сервер базы данных до 18',
  },
  {
    id: 'sort-order',
    finds: inDatabase(({ russianOrder }) => !russianOrder),
    what: 'база сортирует буквы не по-русски: Ё окажется после Я',
    remedy: 'создайте базу по deploy/postgres/roles.sql (ICU, ru-RU) и восстановите в неё копию',
  },
  {
    id: 'talkative-log',
    finds: inDatabase(({ talkativeLog }) => talkativeLog),
    what: 'журнал сообщений PostgreSQL может содержать персональные данные',
    remedy:
      'закройте их: ALTER SYSTEM SET log_min_error_statement = panic; ALTER SYSTEM SET log_error_verbosity = terse; SELECT pg_reload_conf()',
  },
  {
    id: 'powerful-role',
    finds: inDatabase(({ powerful }) => powerful),
    what: 'роль из DATABASE_URL – суперпользователь или может создавать роли: запреты базы на неё не действуют',
    remedy: 'создайте для журнала обычную роль (deploy/postgres/roles.sql) и укажите её в DATABASE_URL',
  },
  {
    id: 'owner-at-runtime',
    finds: inDatabase(({ owns }) => owns),
    what: 'роль из DATABASE_URL владеет таблицами: с её паролем можно снять защиту закрытых периодов',
    remedy: 'отдайте таблицы второй роли, её адрес – в DATABASE_OWNER_URL; DATABASE_URL не должен владеть ничем',
  },
  {
    id: 'password-encryption',
    finds: inDatabase(({ passwordEncryption }) => passwordEncryption !== 'scram-sha-256'),
    what: 'пароли ролей в PostgreSQL хранятся не по SCRAM',
    remedy: "ALTER SYSTEM SET password_encryption = 'scram-sha-256' и задайте пароли ролей заново",
  },
  {
    id: 'exposed-connection',
    finds: inDatabase(({ exposed }) => exposed),
    what: 'соединение с базой идёт через чужую сеть без шифрования',
    remedy: 'держите базу в закрытой сети или включите TLS: ?sslmode=verify-full в DATABASE_URL',
  },
  {
    id: 'demo-data',
    finds: inDatabase(({ demo }) => demo),
    what: 'в базе демонстрационный колледж: его пароли знают все',
    remedy: 'создайте пустую базу и начните с npm run cli -- install',
  },
  {
    id: 'movable-clock',
    finds: inDatabase(({ movableClock }) => movableClock),
    what: 'часы этой базы можно переставить: она сделана для демонстрации или проверок',
    remedy: 'создайте новую базу миграциями: npm run cli -- migrate',
  },
  {
    id: 'missing-migrations',
    finds: inDatabase(({ missingMigrations }) => missingMigrations.length > 0),
    what: 'схема базы старее программы или изменена вручную',
    remedy: 'сделайте резервную копию и примените миграции: npm run cli -- migrate',
  },
  {
    id: 'unguarded-functions',
    finds: inDatabase(({ unguarded }) => unguarded.length > 0),
    what: 'у функций-сторожей базы не закреплён search_path: их можно подменить',
    remedy: 'ALTER FUNCTION … SET search_path = public, pg_temp для каждой',
  },
  {
    id: 'clock-skew',
    finds: inDatabase(({ skew }) => healthWarnings(skew, null).includes('clock-skew')),
    what: 'часы базы и сервера расходятся больше чем на 5 с',
    remedy: 'включите на обеих машинах одну службу времени (chrony, systemd-timesyncd)',
  },
  {
    id: 'no-worker',
    finds: inDatabase(({ jobsWait }) => healthWarnings(0, null, jobsWait).includes('jobs-waiting')),
    what: 'фоновые задания ждут больше 5 минут: никто их не берёт',
    remedy: 'запустите npm run worker с тем же окружением и DATA_DIR',
  },
  {
    id: 'nobody-keeps-accounts',
    finds: inDatabase(({ installed, administrators }) => installed && administrators === 0),
    what: 'никто не может вести учётные записи: нет администратора с действующим входом',
    remedy: 'заведите его: npm run cli -- user create --role admin …',
  },
];

export const checks: readonly Check[] = [...ofMachine, ...ofCopies, ...ofDatabase];

function isSafeAddress(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname } = new URL(address);
  return protocol === 'https:' || isLoopbackHost(hostname);
}

const isActionsKey = (key: string) => [16, 24, 32].includes(Buffer.from(key, 'base64').length);

function isOlder(version: string, [major, minor]: readonly [number, number]): boolean {
  const [ours = 0, ourMinor = 0] = version.split('.').map(Number);
  return ours < major || (ours === major && ourMinor < minor);
}
