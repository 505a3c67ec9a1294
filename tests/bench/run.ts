import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { hashToken } from '@/server/session-token';
import { ensureBenchBuild } from './build';
import { type BenchDatabase, openBenchData } from './data';
import { measureLedger } from './ledger-pages';
import { type Measured, measure, type Shot } from './load';
import { type BenchPlace, findPlace } from './place';
import { benchServer } from './server';
import { weighPage } from './weight';

type Line = { work: string; met: boolean };
const lines: Line[] = [];
const report = (work: string, value: number, unit: string, bound: number, atLeast = false) => {
  const met = atLeast ? value >= bound : value <= bound;
  lines.push({ work, met });
  console.log(
    `${met ? '✓' : '✗'} ${work.padEnd(64)} ${`${value.toFixed(2)}${unit}`.padStart(11)}  ${atLeast ? '≥' : '≤'} ${bound}${unit}`,
  );
};
const median = (values: readonly number[]) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

/** Over plain http on loopback (server/cookies.ts). */
const cookieName = 'vedomost-session';

async function openSession(database: BenchDatabase, personId: number): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  const client = new pg.Client({ connectionString: database.ownerUrl });
  await client.connect();
  await client.query(
    `INSERT INTO session (token_hash, account_id, created_at, last_seen_at, idle_seconds, expires_at, address, device)
     SELECT $1, id, app_now(), app_now(), 36000, app_now() + interval '1 day', 'bench', 'bench' FROM account WHERE person_id = $2`,
    [Buffer.from(hashToken(token) ?? []), personId],
  );
  await client.end();
  return `${cookieName}=${token}`;
}

type Subject = { origin: string; place: BenchPlace; teacher: string; student: string; deputy: string };

const get = (path: string, cookie: string) => (): Shot => ({ path, headers: { cookie } });

/** One mark, saved with all checks and its audit row, over the version that the last save left. */
function saver({ origin, place, teacher }: Subject): (n: number) => Shot {
  const versions = new Map<number, number>();
  return (n) => {
    const target = place.marks[n % place.marks.length] ?? { assignment: 0, student: 0, lesson: 0, version: 0 };
    const version = versions.get(n % place.marks.length) ?? target.version;
    versions.set(n % place.marks.length, version + 1);
    const mark = {
      lessonId: target.lesson,
      studentId: target.student,
      assignment: target.assignment,
      value: n % 2 ? '5' : '4',
    };
    return {
      method: 'PATCH',
      path: `/api/journal/${place.sectionId}/cells`,
      headers: {
        cookie: teacher,
        origin,
        'content-type': 'application/json',
        'idempotency-key': randomBytes(12).toString('hex'),
      },
      body: JSON.stringify({ marks: [{ ...mark, required: false, version }] }),
    };
  };
}

async function subjectOf(database: BenchDatabase): Promise<Subject & { stop: () => Promise<unknown> }> {
  const server = await benchServer(database);
  const place = await findPlace(database.ownerUrl);
  const [teacher, student, deputy] = await Promise.all(
    [place.teacherId, place.studentId, 1].map((id) => openSession(database, id)),
  );
  return {
    origin: server.url,
    place,
    teacher: teacher ?? '',
    student: student ?? '',
    deputy: deputy ?? '',
    stop: server.stop,
  };
}

async function pages(subject: Subject): Promise<void> {
  const { origin, place, teacher, student } = subject;
  const ratios: { grid: number[]; diary: number[] } = { grid: [], diary: [] };
  let sizes = { grid: 0, diary: 0 };
  for (let round = 0; round < 5; round++) {
    const floor = await measure(origin, get('/bench-floor', teacher), { seconds: 3 });
    const grid = await measure(origin, get(`/journal/${place.sectionId}`, teacher), { seconds: 3 });
    const diary = await measure(origin, get(`/diary/${place.studentId}`, student), { seconds: 3 });
    ratios.grid.push(grid.perSecond / floor.perSecond);
    ratios.diary.push(diary.perSecond / floor.perSecond);
    sizes = { grid: grid.bytes, diary: diary.bytes };
  }
  report(
    `journal grid ${place.students} × ${place.lessons}, requests/s against the floor`,
    median(ratios.grid),
    '',
    0.5,
    true,
  );
  report('diary week, requests/s against the floor', median(ratios.diary), '', 0.6, true);
  report('grid, compressed HTML', sizes.grid / 1024, ' kB', 60);
  report('diary, compressed HTML', sizes.diary / 1024, ' kB', 25);
}

async function saves(subject: Subject): Promise<void> {
  const { origin } = subject;
  const next = saver(subject);
  const raw = (n: number): Shot => ({
    method: 'PATCH',
    path: '/api/bench-raw',
    headers: { origin, 'content-type': 'application/json' },
    body: JSON.stringify({ n }),
  });
  const ratios: number[] = [];
  for (let round = 0; round < 5; round++) {
    const floor = await measure(origin, raw, { seconds: 2, connections: 1 });
    const save = await measure(origin, next, { seconds: 2, connections: 1 });
    ratios.push(save.p50 / floor.p50);
  }
  report('one mark saved, p50 against a raw insert', median(ratios), ' ×', 4);
}

async function growth(large: Subject, term: Subject): Promise<void> {
  const kinds: [string, (subject: Subject) => (n: number) => Shot][] = [
    ['grid', ({ place, teacher }) => get(`/journal/${place.sectionId}`, teacher)],
    ['diary', ({ place, student }) => get(`/diary/${place.studentId}`, student)],
    ['save', saver],
  ];
  for (const [name, shots] of kinds) {
    const [ofLarge, ofMonth] = [shots(large), shots(term)];
    const ratios: number[] = [];
    for (let round = 0; round < 5; round++) {
      const small: Measured = await measure(term.origin, ofMonth, { seconds: 2, connections: 1 });
      const big = await measure(large.origin, ofLarge, { seconds: 2, connections: 1 });
      ratios.push(big.p50 / small.p50);
    }
    report(`${name}: five years against one term, p50`, median(ratios), ' ×', 1.2);
  }
}

async function ledger({ origin, place, deputy }: Subject): Promise<void> {
  const { pagesPerSecond, rawPagesPerSecond, peakRssMb } = await measureLedger();
  report('ledger pages/s against raw pdfkit', pagesPerSecond / rawPagesPerSecond, '', 0.7, true);
  report('ledger of a thousand pages, peak memory', peakRssMb, ' MB', 400);
  const times: number[] = [];
  for (let round = 0; round < 5; round++) {
    const started = performance.now();
    const answer = await fetch(`${origin}/api/reports/period-ledger/pdf?group=${place.groupId}`, {
      headers: { cookie: deputy },
    });
    const reader = answer.body?.getReader();
    for (let bytes = 0; bytes < 20_000; ) {
      const chunk = await reader?.read();
      if (!chunk || chunk.done) break;
      bytes += chunk.value.length;
    }
    times.push(performance.now() - started);
    await reader?.cancel();
  }
  report("first page of a group's ledger", median(times) / 1000, ' s', 1);
}

/** Whole visits by a browser; the heaviest script decides for «any page». */
async function weights({ origin, place, teacher, student, deputy }: Subject): Promise<void> {
  const diary = await weighPage(origin, `/diary/${place.studentId}`, student);
  const others = [
    await weighPage(origin, '/login', ''),
    await weighPage(origin, '/', teacher),
    await weighPage(origin, '/', deputy),
    await weighPage(origin, '/journal', deputy),
    await weighPage(origin, `/journal/${place.sectionId}`, teacher),
    await weighPage(origin, `/reports/period-ledger?group=${place.groupId}`, deputy),
  ];
  report('script of the heaviest page', Math.max(...[diary, ...others].map(({ scriptKb }) => scriptKb)), ' kB', 175);
  report('first load of the diary with fonts', diary.totalKb, ' kB', 230);
}

await ensureBenchBuild();
const data = await openBenchData();
const large = await subjectOf(data.large);
const term = await subjectOf(data.term);
try {
  await pages(large);
  await saves(large);
  await growth(large, term);
  await ledger(large);
  await weights(large);
} finally {
  await large.stop();
  await term.stop();
  await data.stop();
}
process.exitCode = lines.every((line) => line.met) ? 0 : 1;
