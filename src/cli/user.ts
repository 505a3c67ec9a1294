import { randomUUID } from 'node:crypto';
import { parseArgs } from 'node:util';
import { onPaper } from '@/domain/accounts/one-time-password';
import { blockAccount } from '@/features/accounts/block-account';
import { issueCredentials } from '@/features/accounts/issue-credentials';
import { employStaff } from '@/features/people/employ-staff';
import { registerPeople } from '@/features/people/register-people';
import { staffRoles } from '@/features/people/staff-roles';
import { db } from '@/server/db';
import { Refusal } from '@/server/errors';
import { runAs, systemActorNow } from '@/server/system-actor';
import { consoleError } from './refusal-words';
import { UsageError } from './usage';

const usage = `user create --last-name Иванов --first-name Иван [--middle-name Иванович] --sex male|female --role admin --title администратор [--login ivanov.ii]
user reset-password <login>
user block <login> --reason <words>`;

/** `user create|reset-password|block`: accounts from the console of the server; a one-time password is shown once. */
export async function runUser([action, ...args]: readonly string[]): Promise<void> {
  try {
    if (action === 'create') return await create(args);
    if (action === 'reset-password') return await resetPassword(args);
    if (action === 'block') return await block(args);
  } catch (error) {
    throw consoleError(error);
  }
  throw new UsageError(usage);
}

async function create(args: readonly string[]): Promise<void> {
  const wanted = options(args, ['last-name', 'first-name', 'middle-name', 'sex', 'role', 'title', 'login']);
  const role = staffRoles.find((name) => name === wanted.role);
  const { sex, title, login, 'last-name': lastName, 'first-name': firstName } = wanted;
  if (!role || !lastName || !firstName || !title || (sex !== 'male' && sex !== 'female')) throw new UsageError(usage);
  const actor = await systemActorNow();
  if (login && (await db().account.count({ where: { login } })) > 0) throw new Refusal('LOGIN_TAKEN');
  const person = { lastName, firstName, middleName: wanted['middle-name'] ?? null, sex, birthDate: null } as const;
  const [personId = 0] = (await runAs(actor, registerPeople, { people: [person] })).ids;
  const position = { role, title, startsOn: actor.today };
  await runAs(actor, employStaff, { staff: [{ personId, hiredOn: actor.today, positions: [position] }] });
  await issue(personId, login);
}

async function resetPassword(args: readonly string[]): Promise<void> {
  await issue(await personOf(args[0]));
}

async function block(args: readonly string[]): Promise<void> {
  const { reason } = options(args.slice(1), ['reason']);
  if (!reason) throw new UsageError(usage);
  await runAs(await systemActorNow(), blockAccount, { personId: await personOf(args[0]), reason });
  console.log('Учётная запись закрыта.');
}

async function issue(personId: number, login?: string): Promise<void> {
  const people = [login ? { personId, login } : { personId }];
  const { slips } = await runAs(await systemActorNow(), issueCredentials, { requestKey: randomUUID(), people });
  for (const slip of slips) {
    console.log(`Логин: ${slip.login}\nОдноразовый пароль: ${onPaper(slip.password)}\nДействует 14 дней, один вход.`);
  }
}

async function personOf(login: string | undefined): Promise<number> {
  if (!login || login.startsWith('--')) throw new UsageError(usage);
  const account = await db().account.findUnique({ where: { login }, select: { personId: true } });
  if (!account) throw new Error(`Логина «${login}» нет.`);
  return account.personId;
}

function options(args: readonly string[], names: readonly string[]): Record<string, string | undefined> {
  try {
    const known = Object.fromEntries(names.map((name) => [name, { type: 'string' as const }]));
    return { ...parseArgs({ args: [...args], options: known, strict: true }).values } as Record<
      string,
      string | undefined
    >;
  } catch {
    throw new UsageError(usage);
  }
}
