import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { profiles } from '@/domain/regulation/profiles';
import { divideGroups } from '@/features/groups/divide-groups';
import { enrolStudents } from '@/features/groups/enrol-students';
import { moveStudents } from '@/features/groups/move-students';
import { loadHistory } from '@/features/journal/load-history';
import { marksOfPeriod } from '@/features/journal/period-marks';
import { testDatabase } from '../../support/database';
import { checkInvariants } from '../../support/invariants';
import { journalDesk, marked } from '../../support/journal-desk';
import { buildWorld, type World, worldNow } from '../../support/world';

type Move = Parameters<typeof moveStudents.execute>[1]['moves'][number];

let world: World;
let numbers = 400;
beforeAll(async () => {
  world = await buildWorld(testDatabase());
});
beforeEach(() => testDatabase().setClock(worldNow));
afterAll(() => world.close());

const { save, refused } = journalDesk(() => world);
const meta = { address: 'test', device: 'test' };
const order = () => {
  numbers += 1;
  return { number: `${numbers}-с`, date: '2026-10-13', subject: 'О движении контингента' };
};
const move = async (...moves: Move[]) => moveStudents.execute(await world.actor('olga'), { moves }, meta);

/** A mark and an absence with its reason of this student at this lesson. */
async function fill(student: 'timur' | 'alina' | 'artem', lesson: 'past' | 'recent'): Promise<number> {
  const [lessonId, studentId] = [world.college.lessons[lesson], world.people[student]];
  const { refs } = await save('gulnara', {
    ...marked(lessonId, studentId, '4'),
    presences: [{ lessonId, studentId, value: 'absent', version: 0 }],
  });
  await save('liliya', { reasons: [{ lessonId, studentId, value: 'sick', version: 0 }] });
  return refs.a ?? 0;
}

const markOf = (assignmentId: number, student: keyof World['people']) =>
  world.owner.$queryRaw<{ value: string | null; version: number; voided: boolean }[]>`
    SELECT value, version, voided_at IS NOT NULL AS voided FROM mark
    WHERE assignment_id = ${assignmentId} AND student_id = ${world.people[student]}`;

describe('R-033 an order dated back over marks and absences', () => {
  it('empties those of days that it takes, keeps earlier ones, and tells the study office how many', async () => {
    const [kept, lost] = [await fill('timur', 'past'), await fill('timur', 'recent')];
    const { timur } = world.people;
    const answer = await move({ ...order(), kind: 'expulsion', studentId: timur, effectiveOn: '2026-10-12' });
    expect(answer).toEqual({
      moved: 1,
      voided: [{ studentId: timur, marks: 1, attendance: 1, homework: 0, grades: 0 }],
    });
    expect(await markOf(kept, 'timur')).toEqual([{ value: '4', version: 1, voided: false }]);
    expect(await markOf(lost, 'timur')).toEqual([{ value: null, version: 2, voided: true }]);
    const place = { sectionId: world.college.sections.algorithms, courseId: 0, periodId: world.college.periods.first };
    const counted = await marksOfPeriod(world.owner, place, profiles.demo);
    expect(counted.get(timur)).toEqual([{ value: '4', taskType: 'answer' }]);
    expect(await checkInvariants(world.owner)).toEqual([]);
  });

  it('keeps what was emptied in the history, with who and when', async () => {
    const place = { sectionId: world.college.sections.algorithms, lessonId: world.college.lessons.recent };
    const actor = await world.actor('gulnara');
    const history = await loadHistory(actor, { ...place, studentId: world.people.timur });
    const last = history?.filter(({ what }) => what.startsWith('отметка')).at(-1);
    expect(last).toMatchObject({ by: 'Кудрина О. П.', before: '4', after: null });
    expect(history?.filter(({ after }) => after === null).map(({ what }) => what)).toContain('причина отсутствия');
  });

  it('takes dots and values from a row that a leave closes, and gives them no place until it ends', async () => {
    const lost = await fill('alina', 'recent');
    const { alina: studentId } = world.people;
    const leave = { ...order(), kind: 'academicLeave' as const, studentId, effectiveOn: '2026-10-12' };
    const { voided } = await move({ ...leave, endsOn: '2026-10-13' });
    expect(voided).toMatchObject([{ studentId, marks: 1, attendance: 1 }]);
    expect(await markOf(lost, 'alina')).toMatchObject([{ value: null, voided: true }]);
    const { recent: lessonId } = world.college.lessons;
    const again = { lessonId, studentId, assignment: lost, value: '5' as const, required: false, version: 2 };
    expect(await refused(() => save('gulnara', { marks: [again] }))).toBe('ROW_CLOSED');
  });

  it('takes a period grade from one who was not there on any day of the period', async () => {
    const { artem: studentId } = world.people;
    const { second: periodId } = world.college.periods;
    await save('gulnara', { grades: [{ studentId, periodId, value: '5', reason: 'сдал досрочно', version: 0 }] });
    const { voided } = await move({ ...order(), kind: 'expulsion', studentId, effectiveOn: '2026-12-01' });
    expect(voided).toMatchObject([{ studentId, grades: 1 }]);
    const [grade] = await world.owner.$queryRaw<{ value: string | null; voided: boolean }[]>`
      SELECT value, voided_at IS NOT NULL AS voided FROM grade WHERE student_id = ${studentId}`;
    expect(grade).toEqual({ value: null, voided: true });
  });
});

describe('T-100 an order and a save at the same time', () => {
  it('leave no mark on a day that was taken, whichever is first', async () => {
    const { groups, lessons, sections } = world.college;
    const entered = await world.owner.administrativeOrder.findFirstOrThrow({ select: { id: true } });
    for (let round = 0; round < 6; round += 1) {
      const person = { lastName: `Каримов${round}`, firstName: 'Ильдар', sex: 'male' as const };
      const enrolled = { groupId: groups.pkd, startsOn: new Date('2026-09-01'), entryOrderId: entered.id };
      const { id: studentId } = await world.owner.person.create({
        data: { ...person, student: { create: { enrollments: { create: enrolled } } } },
        select: { id: true },
      });
      const expulsion = { ...order(), kind: 'expulsion' as const, studentId, effectiveOn: '2026-10-14' };
      const both = [
        () => move(expulsion),
        () => save('rustem', marked(lessons.foreign, studentId), { sectionId: sections.foreign }),
      ];
      const started = (round % 2 === 0 ? both : both.toReversed()).map((work) => work());
      const ended = await Promise.allSettled(started);
      const refusals = ended.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []));
      expect(refusals.every((reason) => reason.code === 'NOT_ENROLLED')).toBe(true);
    }
    expect(await checkInvariants(world.owner)).toEqual([]);
  });
});

describe('T-082 an order that reaches into a locked period', () => {
  it('is refused with the day from which it may act, by every command that changes who is in a group', async () => {
    const { isp, pkd } = world.college.groups;
    const { arslan, mira, kirill } = world.people;
    const olga = await world.actor('olga');
    const expulsion = { ...order(), kind: 'expulsion' as const, studentId: kirill, effectiveOn: '2025-12-20' };
    const fault = await move(expulsion).catch((error: unknown) => error);
    expect(fault).toMatchObject({
      code: 'PERIOD_LOCKED',
      options: { detail: 'ИСП-25-1, I семестр: приказ может действовать не раньше чем после 28.12.2025' },
    });
    const joining = { ...order(), groupId: isp, startsOn: '2025-12-01', studentIds: [world.people.renata] };
    const members = [{ studentId: kirill, startsOn: '2025-09-01' }];
    const subgroups = [{ groupId: isp, division: 'Информатика', name: '1-я подгруппа', members }];
    expect(await refused(() => enrolStudents.execute(olga, { orders: [joining] }, meta))).toBe('PERIOD_LOCKED');
    const nadezhda = await world.actor('nadezhda');
    expect(await refused(() => divideGroups.execute(nadezhda, { subgroups }, meta))).toBe('PERIOD_LOCKED');
    expect(await refused(() => move({ ...expulsion, effectiveOn: '2025-12-20' }))).toBe('PERIOD_LOCKED');
    await world.owner.groupPeriod.update({
      where: { groupId_periodId: { groupId: pkd, periodId: world.college.periods.first } },
      data: { lockedAt: new Date(worldNow), lockedById: world.people.denis, lockReason: 'журналы сданы' },
      select: { groupId: true },
    });
    const away = { ...order(), kind: 'transfer' as const, studentId: arslan, groupId: isp, effectiveOn: '2026-10-14' };
    expect(await refused(() => move(away))).toBe('PERIOD_LOCKED');
    expect(await refused(() => move({ ...away, studentId: kirill, groupId: pkd }))).toBe('PERIOD_LOCKED');
    const ended = { ...order(), kind: 'graduation' as const, studentId: mira, effectiveOn: '2026-12-28' };
    expect(await move(ended)).toEqual({ moved: 1, voided: [] });
  });

  it('T-082 is refused by the database too, also for its owner', async () => {
    const { kirill } = world.people;
    const statements = [
      `UPDATE enrollment SET ends_on = '2025-12-01' WHERE student_id = ${kirill}`,
      `UPDATE enrollment SET starts_on = '2025-09-02' WHERE student_id = ${kirill}`,
      `UPDATE enrollment SET group_id = ${world.college.groups.pkd} WHERE student_id = ${kirill}`,
      `UPDATE enrollment_status SET starts_on = '2025-12-01'`,
      'TRUNCATE enrollment CASCADE',
    ];
    for (const statement of statements) {
      const error = await world.owner.$executeRawUnsafe(statement).catch((thrown: unknown) => String(thrown));
      expect(error, statement).toMatch(/VD00[13]/);
    }
  });
});
