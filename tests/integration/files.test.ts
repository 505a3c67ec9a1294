import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { profiles } from '@/domain/regulation/profiles';
import { loadDiaryWeek } from '@/features/diary/load-diary-week';
import { dropOrphans } from '@/features/files/drop-bytes';
import { loadLessonFiles } from '@/features/files/load-lesson-files';
import { removeFile } from '@/features/files/remove-file';
import { loadHistory } from '@/features/journal/load-history';
import { testDatabase } from '../support/database';
import { fileDesk, type Who } from '../support/file-desk';
import { liftLocks } from '../support/lift-locks';
import { buildWorld, type World, worldNow } from '../support/world';

const meta = { address: '203.0.113.9', device: 'Firefox 144' };
const megabyte = 1024 * 1024;
/** A PDF of so many random bytes. */
const pdf = (size: number) => Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(size), Buffer.from('\n%%EOF\n')]);
let world: World;
let desk: ReturnType<typeof fileDesk>;

beforeAll(async () => {
  world = await buildWorld(testDatabase());
  desk = fileDesk(world);
});
beforeEach(() => testDatabase().setClock(worldNow));
afterAll(() => world.close());

const place = () => ({ sectionId: world.college.sections.algorithms, lessonId: world.college.lessons.today });
const counts = async () => [await world.owner.lessonFile.count(), await world.owner.fileChunk.count()];
const remove = async (who: Who, key: string) => removeFile.execute(await world.actor(who), { key }, meta);
/** Made of nothing but its row: for sums and limits. */
const keep = (files: { size: number; lessonId?: number; addedById?: number }[]) =>
  world.owner.lessonFile.createMany({
    data: files.map(({ size, lessonId = world.college.lessons.past, addedById = world.people.gulnara }, index) => ({
      ...{ key: randomBytes(16).toString('base64url'), hash: randomBytes(32).toString('hex'), kind: 'pdf' },
      ...{ part: 'material' as const, name: `${index}.pdf`, size, lessonId, addedById, addedAt: new Date(worldNow) },
    })),
  });
const forgetKept = () => world.owner.lessonFile.deleteMany({ where: { lessonId: world.college.lessons.past } });

describe('a file of a lesson (R-069, R-135)', () => {
  const content = pdf(700_000);
  let id = '';
  it('goes in and out byte by byte, always as a download (T-047)', async () => {
    const sent = await desk.upload('gulnara', content, { part: 'material', name: '..%2fЛекция\u202E 3.pdf' });
    expect(sent).toMatchObject({ status: 200, id: expect.stringMatching(/^[\w-]{22}$/) });
    id = sent.id;
    const got = await desk.download('alina', id);
    expect(got.bytes.equals(content)).toBe(true);
    expect(Object.fromEntries(got.headers)).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': `attachment; filename="______ 3.pdf"; filename*=UTF-8''%D0%9B%D0%B5%D0%BA%D1%86%D0%B8%D1%8F%203.pdf`,
      'cache-control': 'private, no-store',
    });
    expect(await world.owner.fileChunk.count()).toBe(3);
  });

  it('is seen by whoever sees its lesson, in journal or diary; for everybody else it is not there (T-022, T-035)', async () => {
    const readers: Who[] = ['gulnara', 'liliya', 'nadezhda', 'tatyana', 'alina', 'timur', 'renata', 'igor'];
    const others: Who[] = ['rustem', 'denis', 'olga', 'observer', 'arslan', 'mira', 'viktor', 'pavel', 'kirill'];
    for (const who of readers) expect([who, (await desk.download(who, id)).status]).toEqual([who, 200]);
    for (const who of others) expect([who, (await desk.download(who, id)).status]).toEqual([who, 404]);
    for (const guess of ['', '1', '../../.env', randomBytes(16).toString('base64url'), `${id}x`]) {
      expect((await desk.download('gulnara', guess)).status).toBe(404);
    }
    const list = await loadLessonFiles(await world.actor('liliya'), place());
    expect(list).toMatchObject([
      { id, part: 'material', name: 'Лекция 3.pdf', kind: 'pdf', addedBy: 'Хабибуллина Г. Р.' },
    ]);
    expect(await loadLessonFiles(await world.actor('rustem'), place())).toBeNull();
    const week = await loadDiaryWeek(await world.actor('renata'), world.people.alina);
    expect(week?.week.days[2]?.lessons[0]?.files).toEqual([
      { id, part: 'material', name: 'Лекция 3.pdf', size: content.length },
    ]);
    expect(week?.week.days[0]?.lessons[0]).not.toHaveProperty('files');
  });

  it('is closed as soon as the right ends: load, consent, the profile’s blocks (T-030, T-035, C-25)', async () => {
    const { owner, people, college } = world;
    const load = { sectionId: college.sections.algorithms, teacherId: people.gulnara };
    await owner.teachingAssignment.updateMany({ where: load, data: { endsOn: new Date('2026-10-13') } });
    expect((await desk.download('gulnara', id)).status).toBe(404);
    await owner.teachingAssignment.updateMany({ where: load, data: { endsOn: null } });
    await owner.guardianship.updateMany({
      where: { guardianId: people.renata },
      data: { endsOn: new Date('2026-10-13') },
    });
    expect((await desk.download('renata', id)).status).toBe(404);
    await owner.guardianship.updateMany({ where: { guardianId: people.renata }, data: { endsOn: null } });
    const data = { ...profiles.demo, diary: { ...profiles.demo.diary, parent: ['homework'] } };
    const validFrom = new Date('2026-10-15');
    await owner.regulationVersion.create({ data: { profile: 'demo', validFrom, data, createdAt: validFrom } });
    await testDatabase().setClock('2026-10-15T08:00:00Z');
    const homework = await desk.upload('gulnara', Buffer.from('№ 1–5'));
    expect((await desk.download('renata', id)).status).toBe(404);
    expect((await desk.download('renata', homework.id)).status).toBe(200);
    expect((await desk.download('alina', id)).status).toBe(200);
    await remove('gulnara', homework.id);
    expect((await desk.download('alina', homework.id)).status).toBe(404);
  });

  it('leaves its rows in the audit and words in the lesson’s history (R-077, T-071)', async () => {
    const rows = await world.owner.auditEvent.findMany({
      where: { command: { startsWith: 'files.' } },
      orderBy: { id: 'asc' },
      include: { changes: { orderBy: { id: 'asc' } } },
    });
    const steps = rows.map(({ command, personId, changes }) => [
      command,
      personId,
      changes.map(({ before, after }) => [before, after]),
    ]);
    const { gulnara } = world.people;
    expect(steps).toEqual([
      [
        'files.attach',
        gulnara,
        [
          [null, 'Лекция 3.pdf'],
          [null, expect.stringMatching(/^[0-9a-f]{64}$/)],
        ],
      ],
      [
        'files.attach',
        gulnara,
        [
          [null, 'задание.txt'],
          [null, expect.any(String)],
        ],
      ],
      ['files.remove', gulnara, [['задание.txt', null]]],
    ]);
    const history = await loadHistory(await world.actor('gulnara'), { ...place(), studentId: null });
    expect(history).toMatchObject([
      { what: 'файл к занятию', before: null, after: 'Лекция 3.pdf' },
      { what: 'файл к заданию', before: null, after: 'задание.txt' },
      { what: 'файл к заданию', before: 'задание.txt', after: null },
    ]);
  });

  it('sent twice is one file; removed twice is removed once, and may come again', async () => {
    const before = await counts();
    const again = await Promise.all(
      [1, 2].map(() => desk.upload('gulnara', content, { part: 'material', name: 'ещё.pdf' })),
    );
    expect(again).toMatchObject([
      { status: 200, id },
      { status: 200, id },
    ]);
    expect(await counts()).toEqual(before);
    expect(await remove('gulnara', id)).toEqual({ removed: true });
    expect(await remove('gulnara', id)).toEqual({ removed: false });
    expect(await world.owner.fileChunk.count()).toBe(0);
    const anew = await desk.upload('gulnara', content, { part: 'material', name: 'ещё.pdf' });
    expect(anew).toMatchObject({ status: 200 });
    expect(anew.id).not.toBe(id);
    await remove('gulnara', anew.id);
  });
});

describe('nothing half done: each refusal is a sentence and leaves no byte (T-047)', () => {
  const refused = async (send: () => ReturnType<typeof desk.upload>, status: number, code: string, words?: RegExp) => {
    const before = await counts();
    const answer = await send();
    expect(answer).toMatchObject({ status, code });
    if (words) expect(answer.message).toMatch(words);
    expect(await counts()).toEqual(before);
  };

  it('contents and names', async () => {
    const html = Buffer.from('<!doctype html><script>alert(1)</script>');
    await refused(() => desk.upload('gulnara', html), 422, 'FILE_REFUSED', /веб-страница/);
    const png = Buffer.concat([Buffer.from([0x89]), Buffer.from('PNG\r\n\x1a\n<script>alert(1)</script>')]);
    await refused(() => desk.upload('gulnara', png, { name: 'a.png' }), 422, 'FILE_REFUSED', /ещё один/);
    await refused(
      () => desk.upload('gulnara', Buffer.from('MZ\u0090\u0000'), { name: 'a.pdf' }),
      422,
      'FILE_REFUSED',
      /Содержимое/,
    );
    await refused(
      () => desk.upload('gulnara', pdf(10), { name: 'отчёт\u202Efdp.exe' }),
      422,
      'FILE_REFUSED',
      /это PDF/,
    );
    await refused(() => desk.upload('gulnara', pdf(10), { name: 'a.pdf\r\nX: y.svg' }), 422, 'FILE_REFUSED', /это PDF/);
    await refused(() => desk.upload('gulnara', Buffer.from(''), {}), 422, 'FILE_REFUSED', /пустой/);
    await refused(() => desk.upload('gulnara', pdf(10), { name: 'a.pdf', part: 'elsewhere' }), 422, 'INVALID');
  });

  it('T-042 more than 20 MB, told beforehand or found on the way; T-043 a body cut off', async () => {
    const declared = { 'content-length': String(20 * megabyte + 1) };
    await refused(() => desk.upload('gulnara', Buffer.from('а'), { headers: declared }), 413, 'TOO_LARGE', /20 МБ/);
    const piece = new Uint8Array(megabyte).fill(65);
    let left = 21;
    const endless = new ReadableStream({
      pull: (controller) => (left-- > 0 ? controller.enqueue(piece) : controller.close()),
    });
    await refused(() => desk.upload('gulnara', endless), 413, 'TOO_LARGE');
    await refused(
      () => desk.upload('gulnara', pdf(10), { name: 'a.pdf', headers: { 'content-length': '1000' } }),
      422,
      'INVALID',
    );
    const torn = new ReadableStream({
      start: (controller) => controller.enqueue(piece),
      pull: (controller) => controller.error(new Error('gone')),
    });
    await refused(() => desk.upload('gulnara', torn), 422, 'INVALID');
    const throughProxy = { 'content-type': 'text/plain' };
    await refused(() => desk.upload('gulnara', Buffer.from('а'), { headers: throughProxy }), 422, 'INVALID');
  });

  it('whose lesson, when, and a locked period (T-082)', async () => {
    const { lessons, sections, groups, periods } = world.college;
    await refused(() => desk.upload('rustem', pdf(9), { name: 'a.pdf' }), 404, 'NOT_FOUND');
    await refused(() => desk.upload('gulnara', pdf(9), { name: 'a.pdf', lesson: lessons.foreign }), 404, 'NOT_FOUND');
    const foreign = { lesson: lessons.foreign, section: sections.foreign };
    await refused(() => desk.upload('gulnara', pdf(9), { name: 'a.pdf', ...foreign }), 404, 'NOT_FOUND');
    for (const who of ['nadezhda', 'alina', 'renata', 'liliya'] as const) {
      await refused(() => desk.upload(who, pdf(9), { name: 'a.pdf' }), 404, 'FORBIDDEN');
    }
    await refused(() => desk.upload('gulnara', pdf(9), { name: 'a.pdf', lesson: lessons.ahead }), 422, 'NOT_YET_HELD');
    await testDatabase().setClock('2026-12-01T08:00:00Z');
    await refused(() => desk.upload('gulnara', pdf(9), { name: 'a.pdf' }), 422, 'WINDOW_CLOSED');
    await testDatabase().setClock(worldNow);
    const kept = await desk.upload('gulnara', pdf(9), { name: 'a.pdf' });
    const where = { groupId: groups.isp, periodId: periods.first };
    const lock = { lockedAt: new Date(worldNow), lockedById: world.people.denis, lockReason: 'проверка' };
    await world.owner.groupPeriod.updateMany({ where, data: lock });
    await refused(() => desk.upload('gulnara', pdf(9), { name: 'b.pdf' }), 422, 'PERIOD_LOCKED');
    await expect(remove('gulnara', kept.id)).rejects.toMatchObject({ code: 'PERIOD_LOCKED' });
    expect((await desk.download('alina', kept.id)).status).toBe(200);
    await expect(
      world.owner.lessonFile.updateMany({ where: { key: kept.id }, data: { removedAt: new Date(), removedById: 1 } }),
    ).rejects.toThrow(/PERIOD_LOCKED/);
    await liftLocks(world.owner, where);
    await expect(remove('rustem', kept.id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(remove('liliya', kept.id)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await remove('gulnara', kept.id);
  });

  it('the 201st megabyte of a person, also by two at once, and the 21st file of a lesson', async () => {
    await keep(Array.from({ length: 10 }, (_, n) => ({ size: n < 9 ? 20 * megabyte : 19 * megabyte })));
    await refused(
      () => desk.upload('gulnara', pdf(megabyte + 1), { name: 'a.pdf' }),
      422,
      'FILE_REFUSED',
      /199 МБ из 200/,
    );
    const [one, other] = [pdf(600_000), pdf(600_000)];
    const both = await Promise.all([one, other].map((bytes) => desk.upload('gulnara', bytes, { name: 'a.pdf' })));
    expect(both.map(({ status }) => status).sort()).toEqual([200, 422]);
    expect(await world.owner.fileChunk.count()).toBe(3);
    for (const { id } of both) if (id) await remove('gulnara', id);
    await forgetKept();
    const rows = Array.from({ length: 20 }, () => ({ size: 1, lessonId: world.college.lessons.recent }));
    await keep(rows);
    const lesson = world.college.lessons.recent;
    await refused(() => desk.upload('gulnara', pdf(9), { name: 'a.pdf', lesson }), 422, 'FILE_REFUSED', /20 файлов/);
  });
});

describe('in the database', () => {
  it('bytes of a file that is there stay, what an upload left goes after a day (T-089)', async () => {
    const { id } = await desk.upload('gulnara', pdf(9), { name: 'a.pdf' });
    const bytes = new Uint8Array([1]);
    const left = (fileKey: string, at: string) =>
      world.owner.fileChunk.create({ data: { fileKey, ordinal: 0, bytes, receivedAt: new Date(at) } });
    await left('old-old-old-old-old-ol', '2026-10-13T07:59:00Z');
    await left('new-new-new-new-new-ne', '2026-10-13T08:01:00Z');
    await testDatabase().setClock('2026-10-16T08:00:00Z');
    await testDatabase().setClock(worldNow);
    expect(await dropOrphans()).toBe(1);
    expect((await desk.download('alina', id)).status).toBe(200);
    await expect(world.owner.fileChunk.deleteMany({ where: { fileKey: id } })).rejects.toThrow(/still there/);
    await expect(world.owner.fileChunk.updateMany({ data: { bytes } })).rejects.toThrow();
    await expect(world.owner.lessonFile.updateMany({ where: { key: id }, data: { name: 'b.pdf' } })).rejects.toThrow();
    const back = { removedAt: null, removedById: null };
    await remove('gulnara', id);
    await expect(world.owner.lessonFile.updateMany({ where: { key: id }, data: back })).rejects.toThrow();
  });
});
