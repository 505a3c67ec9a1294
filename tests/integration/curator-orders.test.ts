import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type ProfileId, profiles } from '@/domain/regulation/profiles';
import { parseRegulation } from '@/domain/regulation/regulation';
import { curatorDesk } from '../support/curator-desk';
import { testDatabase } from '../support/database';
import { buildWorld, type World, worldNow } from '../support/world';

let world: World;
let versions = 0;
beforeAll(async () => {
  world = await buildWorld(testDatabase());
});
beforeEach(() => testDatabase().setClock(worldNow));
afterAll(() => world.close());

const desk = curatorDesk(() => world);

/** From now on the college lives by another profile; nothing is written in today's lesson yet. */
async function adopt(profile: ProfileId): Promise<void> {
  versions += 1;
  const data = JSON.parse(JSON.stringify(parseRegulation(structuredClone(profiles[profile]))));
  await world.owner.regulationVersion.create({
    data: { profile, validFrom: new Date(2026, 0, 1 + versions), data, createdAt: new Date() },
  });
}

const presence = (value: 'absent' | 'late' | null, version = 0) => ({
  presences: [{ lessonId: world.college.lessons.today, studentId: world.people.timur, value, version }],
});
const reason = (value: string | null, version = 0) => ({
  reasons: [{ lessonId: world.college.lessons.today, studentId: world.people.timur, value, version }],
});
const cell = () => desk.cell(world.college.lessons.today, world.people.timur);
/** The row's versions: presence, reason. */
async function at(): Promise<[number, number]> {
  const where = { lessonId: world.college.lessons.today, studentId: world.people.timur };
  const row = await world.owner.attendanceEvent.findUnique({ where: { lessonId_studentId: where } });
  return [row?.presenceVersion ?? 0, row?.reasonVersion ?? 0];
}
/** Back to an empty cell by whoever may. */
async function emptied(): Promise<void> {
  await world.owner.$executeRaw`DELETE FROM attendance_event WHERE lesson_id = ${world.college.lessons.today}`;
}

describe('C-01 five orders of work on one day', () => {
  beforeEach(emptied);

  it('S0: the teacher says Н, the curator turns it into УП or НП, each owns one fact (R-080)', async () => {
    await adopt('s0');
    expect(await desk.refused(() => desk.day('liliya', presence('absent')))).toBe('ATTENDANCE_NOT_YOURS');
    await desk.teach('gulnara', presence('absent'));
    expect(await desk.refused(() => desk.teach('gulnara', reason('valid')))).toBe('ATTENDANCE_NOT_YOURS');
    await desk.day('liliya', reason('valid'));
    expect(await cell()).toEqual(['absent', 'valid']);
    await desk.day('liliya', reason('invalid', 1));
    expect(await cell()).toEqual(['absent', 'invalid']);
    await desk.teach('gulnara', presence(null, 1));
    expect(await cell()).toEqual([null, null]);
  });

  it('S1: the teacher alone on the day; the curator changes nothing', async () => {
    await adopt('s1');
    expect(await desk.refused(() => desk.day('liliya', presence('absent')))).toBe('ATTENDANCE_NOT_YOURS');
    await desk.teach('gulnara', { ...presence('absent'), ...reason('sick') });
    expect(await cell()).toEqual(['absent', 'sick']);
    expect(await desk.refused(() => desk.day('liliya', reason('valid', 1)))).toBe('ATTENDANCE_NOT_YOURS');
  });

  it('S2: both write, the class teacher’s word stands (R-081, R-083)', async () => {
    await adopt('s2');
    await desk.teach('gulnara', presence('absent'));
    await desk.day('liliya', { ...presence(null, 1) });
    expect(await cell()).toEqual([null, null]);
    const [version] = await at();
    expect(await desk.refused(() => desk.teach('gulnara', presence('absent', version)))).toBe('ATTENDANCE_NOT_YOURS');
    await desk.day('liliya', { ...presence('absent', version), ...reason('sick', (await at())[1]) });
    expect(await cell()).toEqual(['absent', 'sick']);
  });

  it('S3: the curator comes first with НУ and НН, the teacher corrects at his lesson and stands (R-082)', async () => {
    await adopt('s3');
    await desk.day('liliya', { ...presence('absent'), ...reason('valid') });
    expect(await cell()).toEqual(['absent', 'valid']);
    await desk.teach('gulnara', presence('late', 1));
    expect(await cell()).toEqual(['late', null]);
    expect(await desk.refused(() => desk.day('liliya', presence('absent', 2)))).toBe('ATTENDANCE_NOT_YOURS');
  });

  it('S4: the teacher alone with all codes', async () => {
    await adopt('s4');
    await desk.teach('gulnara', { ...presence('absent'), ...reason('invalid') });
    expect(await cell()).toEqual(['absent', 'invalid']);
    expect(await desk.refused(() => desk.day('liliya', reason('valid', 1)))).toBe('ATTENDANCE_NOT_YOURS');
  });
});
