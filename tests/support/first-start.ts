import { runCli } from './run-cli';
import { testEnv } from './test-env';

/** What a slip or the console tells of an account: the password opens one session, whose first act is another password. */
export type Credentials = { login: string; password: string };

/** What README has done at the console of a new installation: the institution, then its administrator. */
export async function firstStart(databaseUrl: string): Promise<Credentials> {
  const settings = testEnv(databaseUrl, 'http://localhost:3000');
  const cli = async (...words: string[]) => {
    const { code, output } = await runCli(words, settings);
    if (code !== 0) throw new Error(`${words[0]} ended with ${code}:\n${output}`);
    return output;
  };
  const institution = ['--name', 'ГБПОУ «Речной колледж»', '--short-name', 'Речной колледж'];
  const place = ['--founder', 'Министерство образования', '--city', 'Самара', '--time-zone', 'Europe/Samara'];
  await cli('install', ...institution, ...place, '--profile', 's1');
  const person = ['--last-name', 'Ахметов', '--first-name', 'Ильдар', '--middle-name', 'Рашитович', '--sex', 'male'];
  const told = await cli('user', 'create', ...person, '--role', 'admin', '--title', 'системный администратор');
  const [, login = '', password = ''] = /Логин: (\S+)\nОдноразовый пароль: (\S+)/.exec(told) ?? [];
  return { login, password };
}
