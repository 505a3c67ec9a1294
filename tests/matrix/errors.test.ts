import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { withClient } from '@/server/postgres/roles';
import type { TestDatabase } from '../support/clone';
import { freshDatabase } from '../support/database';
import { openBrowser, type Received, type TestBrowser } from '../support/http-client';
import { startServer, type TestServer } from '../support/server';
import { givePasswords, password } from '../support/sign-in';
import { buildWorld, type World } from '../support/world';

let database: TestDatabase;
let world: World;
let server: TestServer;
let teacher: TestBrowser;

beforeAll(async () => {
  database = await freshDatabase();
  world = await buildWorld(database);
  await givePasswords(world, 'gulnara', 'alina');
  server = await startServer({ databaseUrl: database.runtimeUrl });
  teacher = openBrowser(server);
  await teacher.signIn('gulnara', password);
});
afterAll(async () => {
  await server?.stop();
  await world?.close();
  await database?.drop();
});

/** A table that is gone is a fault that nobody foresaw, somewhere in the middle of the work. */
const tables = [
  ...['account', 'session', 'known_device', 'login_throttle', 'security_event', 'person', 'institution', 'student'],
  ...['role_permission', 'teaching_assignment', 'staff_position', 'curatorship', 'guardianship', 'substitution'],
  ...['regulation_version', 'course_section', 'lesson', 'assignment', 'mark', 'attendance_event'],
];

/** Words that only our inside has. */
const inside =
  /\n\s+at |\b(?:SELECT|INSERT|UPDATE)\b|relation |does not exist|42P01|prisma|node_modules|\.tsx?\b|_gone/i;

async function askEverything(): Promise<Received[]> {
  const { algorithms } = world.college.sections;
  const { today } = world.college.lessons;
  const presence = [{ lessonId: today, studentId: world.people.alina, value: 'absent', version: 0 }];
  const answers: Received[] = [];
  for (const ask of [
    () => openBrowser(server).signIn('alina', password),
    () => openBrowser(server).signIn('nobody.here', password),
    () => teacher.go('/journal'),
    () => teacher.go(`/journal/${algorithms}`),
    () => teacher.go(`/api/journal/${algorithms}/history?lessonId=${today}&studentId=${world.people.alina}`),
    () =>
      teacher.go(`/api/journal/${algorithms}/cells`, {
        method: 'PATCH',
        body: JSON.stringify({ presence }),
        headers: { 'content-type': 'application/json' },
      }),
  ]) {
    answers.push(await ask());
  }
  return answers;
}

/** The number by which the person and the log name the same failure. */
function numberOf({ headers, text }: Received): string {
  if (String(headers['content-type']).startsWith('application/json')) {
    return (JSON.parse(text) as { error: { requestId: string } }).error.requestId;
  }
  return /(?:data-dgst="|\\"digest\\":\\")(\d+)/.exec(text)?.[1] ?? 'no number';
}

describe('T-052 faults', () => {
  test('T-052 there are twenty', () => expect(tables).toHaveLength(20));

  test.each(tables)('T-052 without the table %s the answers say nothing about us, the log says all', async (table) => {
    const rename = (from: string, to: string) =>
      withClient(database.ownerUrl, (client) => client.query(`ALTER TABLE ${from} RENAME TO ${to}`));
    await rename(table, `${table}_gone`);
    const answers = await askEverything().finally(() => rename(`${table}_gone`, table));
    const faults = answers.filter(({ status }) => status === 500);
    expect(faults.length).toBeGreaterThan(0);
    for (const fault of faults) {
      expect(inside.exec(fault.text)?.[0]).toBeUndefined();
      const number = numberOf(fault);
      await expect.poll(() => server.output().includes(number), { message: number }).toBe(true);
    }
  });

  test('T-052 afterwards all is as before', async () => {
    expect((await teacher.go('/journal')).status).toBe(200);
  });
});

/** The log's lines about requests. */
const requests = () =>
  server
    .output()
    .split('\n')
    .filter((line) => line.startsWith('{') && line.endsWith('}'))
    .map((line) => JSON.parse(line) as Record<string, unknown>)
    .filter(({ event }) => event === 'request');

describe('T-070 the log', () => {
  test('T-070 one JSON line per request with ids only', async () => {
    await openBrowser(server).signIn('CNRY-login\n{"forged":1}', 'CNRY-password');
    const record = (route: string, person: number | null) =>
      requests().findLast((line) => line.route === route && line.person === person && line.method !== 'GET');
    const refused = { level: 'info', method: 'POST', status: 401, address: 'direct' };
    await expect.poll(() => record('/api/auth/[...nextauth]', null)).toMatchObject(refused);
    expect(record('/api/journal/[sectionId]/cells', world.people.gulnara)).toMatchObject({
      role: expect.stringContaining('teacher'),
      session: expect.any(Number),
      object: String(world.college.sections.algorithms),
    });
    const page = requests().findLast(({ route, person }) => route === '/journal/[sectionId]' && person !== null);
    expect(page).toMatchObject({
      ...{
        method: 'GET',
        person: world.people.gulnara,
        role: expect.stringContaining('teacher'),
        session: expect.any(Number),
      },
      ...{
        object: String(world.college.sections.algorithms),
        ms: expect.any(Number),
        time: expect.stringMatching(/\.\d{3}Z$/),
      },
    });
    expect(server.output()).not.toMatch(/CNRY|forged|Хабибуллина/);
    for (const secret of teacher.jar.values()) expect(server.output()).not.toContain(secret);
  });
});
