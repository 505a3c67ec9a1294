import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { issueFeed } from '@/features/calendar-feed/issue-feed';
import { readFeed } from '@/features/calendar-feed/read-feed';
import { revokeFeed } from '@/features/calendar-feed/revoke-feed';
import { loadDiaryWeek } from '@/features/diary/load-diary-week';
import { loadNoticesAhead } from '@/features/notices/load-notices';
import { changeDay } from '@/features/substitutions/change-day';
import { loadSubstitutions } from '@/features/substitutions/load-substitutions';
import { reportAbsence } from '@/features/substitutions/report-absence';
import { undoChange } from '@/features/substitutions/undo-change';
import { withdrawAbsence } from '@/features/substitutions/withdraw-absence';
import { withdrawSubstitution } from '@/features/substitutions/withdraw-substitution';
import { loadLessons } from '@/features/timetable/load-lessons';
import { substituteLessons } from '@/features/timetable/substitute-lessons';
import { cellText } from '@/reports/cell-text';
import { findReport } from '@/reports/registry';
import { hashToken } from '@/server/session-token';
import { testDatabase } from '../support/database';
import { checkInvariants } from '../support/invariants';
import { addPhysics, timetableDesk } from '../support/timetable-desk';
import { buildWorld, type World, worldNow } from '../support/world';

let world: World;
/** Another course of the first group, given by rustem. */
let physics: number;
beforeAll(async () => {
  world = await buildWorld(testDatabase());
  physics = await addPhysics(world);
});
beforeEach(() => testDatabase().setClock(worldNow));
afterAll(() => world.close());

const meta = { address: 'test', device: 'test' };
const order = { reason: 'больничный лист', orderNumber: '71-к', orderedOn: '2026-10-14' };
const { lay, lessonsFrom } = timetableDesk(() => world);

describe('changes of a day (R-042, R-044, R-045)', () => {
  const today = '2026-10-14';
  const day = async (date = today) => loadSubstitutions(await world.actor('anton'), { date });

  it('an absence opens the holes of the day, the most fitting colleague first; a substitute fills that lesson only', async () => {
    const { people, college } = world;
    const absence = { staffId: people.gulnara, startsOn: today, endsOn: '2026-10-16', ...order };
    const { id } = await reportAbsence.execute(await world.actor('anton'), absence, meta);
    await expect(reportAbsence.execute(await world.actor('anton'), absence, meta)).rejects.toMatchObject({
      code: 'DUPLICATE',
    });
    const [hole] = (await day())?.holes ?? [];
    expect(hole).toMatchObject({
      lessonId: college.lessons.today,
      group: 'ИСП-25-1',
      absence: { reason: 'больничный лист' },
    });
    expect(hole?.proposals.map((one) => one.id)).toEqual([people.liliya]);
    const wish = { substitutions: [{ lessonId: college.lessons.today, teacherId: people.rustem, ...order }] };
    await expect(substituteLessons.execute(await world.actor('anton'), wish, meta)).rejects.toMatchObject({
      code: 'CLASH',
      options: { detail: '14.10.2026, 2-я пара: у замещающего занятие в группе ПКД-26-1' },
    });
    wish.substitutions = wish.substitutions.map((one) => ({ ...one, teacherId: people.liliya }));
    await substituteLessons.execute(await world.actor('anton'), wish, meta);
    const liliya = await world.actor('liliya');
    expect(liliya.substitutes.map(({ lessonId }) => lessonId)).toContain(college.lessons.today);
    expect((await day())?.holes).toEqual([]);
    const words = '14.10, среда, 2-я пара, ИСП-25-1: замена';
    expect((await loadNoticesAhead(liliya)).map(({ title }) => title)).toContain(words);
    await withdrawSubstitution.execute(await world.actor('anton'), { lessonId: college.lessons.today }, meta);
    expect((await world.actor('liliya')).substitutes.map(({ lessonId }) => lessonId)).not.toContain(
      college.lessons.today,
    );
    await withdrawAbsence.execute(await world.actor('anton'), { id }, meta);
    expect((await day())?.absences).toEqual([]);
  });

  it('T-105 two who give a lesson at once: the second is told; who is away or gone is no substitute', async () => {
    const { people, college } = world;
    const anton = await world.actor('anton');
    const give = (teacherId: number, lessonId = college.lessons.ahead) =>
      substituteLessons.execute(anton, { substitutions: [{ lessonId, teacherId, ...order }] }, meta);
    const away = { staffId: people.irina, startsOn: '2026-10-16', endsOn: '2026-10-16', ...order };
    const { id } = await reportAbsence.execute(anton, away, meta);
    await expect(give(people.irina)).rejects.toMatchObject({
      code: 'CLASH',
      options: { detail: '16.10.2026 замещающий сам отсутствует' },
    });
    await withdrawAbsence.execute(anton, { id }, meta);
    const answers = await Promise.allSettled([give(people.rustem), give(people.irina)]);
    expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const refused = answers.find(({ status }) => status === 'rejected');
    expect(refused).toMatchObject({ reason: { code: 'TIMETABLE_CHANGED' } });
    expect(await world.owner.substitution.count({ where: { lessonId: college.lessons.ahead } })).toBe(1);
    await withdrawSubstitution.execute(anton, { lessonId: college.lessons.ahead }, meta);
  });

  it('attendance that the curator has taken leaves the hole open, but its hour stays; other days of the absence are named', async () => {
    const { people, college } = world;
    const anton = await world.actor('anton');
    const { today: lessonId } = college.lessons;
    const absence = { staffId: people.gulnara, startsOn: today, endsOn: '2026-10-16', ...order };
    const { id } = await reportAbsence.execute(anton, absence, meta);
    await world.owner.lesson.update({ where: { id: lessonId }, data: { attendanceTaken: true }, select: { id: true } });
    const view = await day();
    expect(view?.holes).toMatchObject([{ lessonId, attended: true, time: '10:15' }]);
    expect(view?.absences).toMatchObject([{ open: 1, ahead: [{ date: '2026-10-16', lessons: 1 }] }]);
    const cancel = { act: 'cancel' as const, lessonId, teacherId: people.gulnara, ...order };
    await expect(changeDay.execute(anton, cancel, meta)).rejects.toMatchObject({ code: 'LESSON_FILLED' });
    const wish = { substitutions: [{ lessonId, teacherId: people.liliya, ...order }] };
    await substituteLessons.execute(anton, wish, meta);
    // the substitute falls ill as well
    const ill = await reportAbsence.execute(anton, { ...absence, staffId: people.liliya, endsOn: today }, meta);
    expect((await day())?.done).toMatchObject([{ alert: expect.stringContaining('замещающий тоже отсутствует') }]);
    await world.owner.lesson.update({
      where: { id: lessonId },
      data: { attendanceTaken: false },
      select: { id: true },
    });
    await withdrawSubstitution.execute(anton, { lessonId }, meta);
    for (const one of [id, ill.id]) await withdrawAbsence.execute(anton, { id: one }, meta);
  });

  it('a lesson is moved, replaced by another course, cancelled; each is undone; timetable and register tell of it', async () => {
    const { people, college } = world;
    await lay();
    const anton = await world.actor('anton');
    const lesson = { lessonId: college.lessons.ahead, teacherId: people.gulnara, ...order };
    const moved = { act: 'move' as const, ...lesson, date: '2026-10-17', classPeriod: 1, room: '101' };
    const { id } = await changeDay.execute(anton, moved, meta);
    await expect(
      changeDay.execute(anton, { act: 'cancel', ...lesson, teacherId: people.rustem }, meta),
    ).rejects.toMatchObject({
      code: 'TIMETABLE_CHANGED',
    });
    const group = await loadLessons(anton, { group: college.groups.isp, date: '2026-10-17' });
    expect(group?.lessons.find((one) => one.date === '2026-10-17')).toMatchObject({
      change: 'перенесено с 16.10, 2-я пара',
      room: '101',
    });
    const week = await loadDiaryWeek(await world.actor('alina'), people.alina, { date: '2026-10-17' });
    expect(week?.week.days.flatMap(({ lessons }) => lessons).map((one) => one.change)).toContain('перенесено с 16.10');
    await undoChange.execute(anton, { id }, meta);
    await expect(undoChange.execute(anton, { id }, meta)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const replaced = await changeDay.execute(
      anton,
      { act: 'replace', ...lesson, sectionId: physics, room: '205' },
      meta,
    );
    const titles = (await loadNoticesAhead(await world.actor('alina'))).map(({ title }) => title);
    expect(titles[0]).toBe('16.10, пятница, 2-я пара, ИСП-25-1: другая дисциплина');
    const report = await findReport('substitution-log')?.document(anton, { from: '2026-10-12', to: '2026-10-18' });
    const rows = report?.blocks.flatMap((block) =>
      block.kind === 'table' ? block.rows.map((row) => row.map(cellText)) : [],
    );
    expect(rows?.map((row) => [row[1], row[6], row[8], row[9]])).toEqual([
      ['13.10.2026', 'Хабибуллина Г. Р.', 'Ганеева Л. Р.', 'Основы алгоритмизации и программирования'],
      ['16.10.2026', 'Хабибуллина Г. Р.', 'Мухаметшин Р. И.', 'Физика'],
    ]);
    await undoChange.execute(anton, { id: replaced.id }, meta);
    expect((await lessonsFrom('2026-10-16', physics)).filter((one) => one.date === '2026-10-16')).toEqual([]);
    await changeDay.execute(anton, { act: 'cancel', ...lesson }, meta);
    expect((await lessonsFrom('2026-10-16'))[0]).toMatchObject({ state: 'cancelled' });
    expect((await lay()).removed, 'a cancelled lesson is not laid over').toBe(0);
    expect((await lessonsFrom('2026-10-16')).filter((one) => one.date === '2026-10-16')).toHaveLength(1);
    expect(await checkInvariants(world.owner)).toEqual([]);
  });

  it('refuses what is filled, locked, out of the period, busy, or entered by a stranger', async () => {
    const { people, college } = world;
    const { lessons } = college;
    const wish = { act: 'cancel' as const, lessonId: lessons.recent, teacherId: people.gulnara, ...order };
    await expect(changeDay.execute(await world.actor('gulnara'), wish, meta)).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
    const anton = await world.actor('anton');
    await world.owner.lesson.update({ where: { id: lessons.recent }, data: { state: 'held' }, select: { id: true } });
    await expect(changeDay.execute(anton, wish, meta)).rejects.toMatchObject({ code: 'LESSON_FILLED' });
    await expect(changeDay.execute(anton, { ...wish, lessonId: lessons.closed }, meta)).rejects.toMatchObject({
      code: 'PERIOD_LOCKED',
    });
    const move = {
      ...wish,
      act: 'move' as const,
      lessonId: lessons.today,
      date: '2027-01-20',
      classPeriod: 1,
      room: '',
    };
    await expect(changeDay.execute(anton, move, meta)).rejects.toMatchObject({ code: 'INVALID' });
    await expect(changeDay.execute(anton, { ...move, date: '2026-10-13', classPeriod: 2 }, meta)).rejects.toMatchObject(
      { code: 'CLASH' },
    );
    expect(await loadSubstitutions(await world.actor('gulnara'), {})).toBeNull();
  });
});

describe('T-034 the timetable in the calendar of a phone', () => {
  const feedOf = async (who: 'gulnara' | 'alina') => {
    const { path } = await issueFeed.execute(await world.actor(who), {}, meta);
    const token = /^\/calendar\/([A-Za-z0-9_-]{43})\.ics$/.exec(path)?.[1];
    return hashToken(token) ?? new Uint8Array();
  };

  it('shows the own lessons without names and marks, to whoever has the link', async () => {
    const teacher = await readFeed(await feedOf('gulnara'));
    expect(teacher?.events.find(({ date }) => date === '2026-10-14')).toMatchObject({
      ...{ startsAt: '10:15', endsAt: '11:50', location: 'ауд. 314' },
      summary: 'Основы алгоритмизации и программирования, ИСП-25-1',
    });
    const student = await readFeed(await feedOf('alina'));
    expect(student?.events.map(({ summary }) => summary)).toContain('Основы алгоритмизации и программирования');
    expect(JSON.stringify([teacher, student])).not.toMatch(/CNRY|Хабибуллина|Ганеева|Давлетшина/);
  });

  it('ends with a new link, with revoking, with a block and with the end of work; the link is nowhere kept', async () => {
    const [first, second] = [await feedOf('gulnara'), await feedOf('gulnara')];
    expect(await readFeed(first)).toBeNull();
    expect(await readFeed(second)).not.toBeNull();
    await world.owner.account.update({
      where: { personId: world.people.gulnara },
      data: { blockedAt: new Date(worldNow) },
      select: { id: true },
    });
    expect(await readFeed(second)).toBeNull();
    await world.owner.account.update({
      where: { personId: world.people.gulnara },
      data: { blockedAt: null },
      select: { id: true },
    });
    await revokeFeed.execute(await world.actor('gulnara'), {}, meta);
    expect(await readFeed(second)).toBeNull();
    const kept = await world.owner.auditEvent.findMany({
      where: { object: 'calendarFeed' },
      select: { changes: true },
    });
    expect(
      kept.flatMap(({ changes }) => changes.map(({ after }) => after)).filter((after) => after?.includes('/')),
    ).toEqual([]);
    await expect(issueFeed.execute(await world.actor('renata'), {}, meta)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });
});
