import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type ProfileId, profiles } from '@/domain/regulation/profiles';
import { testDatabase } from '../support/database';
import { journalDesk } from '../support/journal-desk';
import { buildWorld, type World } from '../support/world';

let world: World;
beforeAll(async () => {
  world = await buildWorld(testDatabase());
});
beforeEach(() => world.owner.attendanceEvent.deleteMany());
afterAll(() => world.close());

const { save } = journalDesk(() => world);

type Step = ['teacher' | 'curator', 'presence' | 'reason', 'absent' | 'late' | 'valid' | 'invalid' | null];
const people = { teacher: 'gulnara', curator: 'liliya' } as const;

/** The lesson of 12.10.2026, in whose window each regulation is put into force for a day. */
const cell = () => ({ lessonId: world.college.lessons.recent, studentId: world.people.alina });
const stored = () => world.owner.attendanceEvent.findUnique({ where: { lessonId_studentId: cell() } });

async function take([who, field, value]: Step): Promise<'written' | string> {
  const before = await stored();
  const version = (field === 'presence' ? before?.presenceVersion : before?.reasonVersion) ?? 0;
  const edit = { ...cell(), value: value as never, version };
  const edits = field === 'presence' ? { presences: [edit] } : { reasons: [edit] };
  const outcome = await save(people[who], edits).then(
    ({ conflicts }) => (conflicts.length === 0 ? 'written' : 'conflict'),
    (error: { code?: string }) => error.code ?? String(error),
  );
  if (outcome !== 'written') expect(await stored()).toEqual(before);
  return outcome;
}

async function inForce(id: ProfileId, day: string): Promise<void> {
  const validFrom = new Date(day);
  const known = await world.owner.regulationVersion.count({ where: { validFrom } });
  if (known === 0) {
    const data = { profile: id, validFrom, data: profiles[id], createdAt: validFrom };
    await world.owner.regulationVersion.create({ data });
  }
  await testDatabase().setClock(`${day}T08:00:00Z`);
}

const teacherFirst: Step[] = [
  ['teacher', 'presence', 'absent'],
  ['curator', 'presence', 'late'],
];
const curatorFirst: Step[] = [
  ['curator', 'presence', 'absent'],
  ['teacher', 'presence', 'late'],
];
const explained: Step[] = [
  ['teacher', 'presence', 'absent'],
  ['curator', 'reason', 'valid'],
];
const takenBack: Step[] = [...explained, ['teacher', 'presence', null]];
const explainedAnew: Step[] = [...explained, ['teacher', 'reason', 'invalid']];

const days = { s0: '2026-10-15', s1: '2026-10-16', s2: '2026-10-19', s3: '2026-10-20', s4: '2026-10-21' } as const;

describe('C-01 who may overwrite whom; + written, − refused', () => {
  it.each([
    ['s0', 'the curator over the teacher’s absence', teacherFirst, '+−'],
    ['s0', 'the teacher over the curator’s', curatorFirst, '−+'],
    ['s0', 'the teacher takes back what the curator explained', takenBack, '+++'],
    ['s0', 'the teacher over the curator’s reason', explainedAnew, '++−'],
    ['s1', 'the curator over the teacher’s absence', teacherFirst, '+−'],
    ['s1', 'the teacher over the curator’s', curatorFirst, '−+'],
    ['s1', 'the teacher takes back what the curator explained', takenBack, '+−+'],
    ['s1', 'the teacher over the curator’s reason', explainedAnew, '+−+'],
    ['s2', 'the curator over the teacher’s absence', teacherFirst, '++'],
    ['s2', 'the teacher over the curator’s', curatorFirst, '+−'],
    ['s2', 'the teacher takes back what the curator explained', takenBack, '++−'],
    ['s2', 'the teacher over the curator’s reason', explainedAnew, '++−'],
    ['s3', 'the curator over the teacher’s absence', teacherFirst, '+−'],
    ['s3', 'the teacher over the curator’s', curatorFirst, '++'],
    ['s3', 'the teacher takes back what the curator explained', takenBack, '+++'],
    ['s3', 'the teacher over the curator’s reason', explainedAnew, '++−'],
    ['s4', 'the curator over the teacher’s absence', teacherFirst, '+−'],
    ['s4', 'the teacher over the curator’s', curatorFirst, '−+'],
    ['s4', 'the teacher takes back what the curator explained', takenBack, '+−+'],
    ['s4', 'the teacher over the curator’s reason', explainedAnew, '+−+'],
  ] as const)('%s: %s', async (id, _, steps, expected) => {
    await inForce(id, days[id]);
    const outcomes: string[] = [];
    for (const step of steps) outcomes.push(await take(step));
    expect(outcomes).toEqual([...expected].map((sign) => (sign === '+' ? 'written' : 'ATTENDANCE_NOT_YOURS')));
  });

  it('s2: what the curator cleared is cleared; the curator alone may change it again', async () => {
    await inForce('s2', days.s2);
    const steps: Step[] = [
      ['teacher', 'presence', 'absent'],
      ['curator', 'presence', null],
      ['teacher', 'presence', 'absent'],
      ['curator', 'presence', 'late'],
    ];
    const outcomes: string[] = [];
    for (const step of steps) outcomes.push(await take(step));
    expect(outcomes).toEqual(['written', 'written', 'ATTENDANCE_NOT_YOURS', 'written']);
  });

  it('s2: a stale value is a conflict, and says whose word stands only when it is put again (T-083)', async () => {
    await inForce('s2', days.s2);
    await take(['curator', 'presence', 'absent']);
    const stale = await save('gulnara', { presences: [{ ...cell(), value: 'late', version: 0 }] });
    expect(stale.conflicts).toMatchObject([{ kind: 'presence', value: 'absent', by: 'Ганеева Л.' }]);
    const again = save('gulnara', { presences: [{ ...cell(), value: 'late', version: 1 }] });
    await expect(again).rejects.toMatchObject({
      code: 'ATTENDANCE_NOT_YOURS',
      options: { detail: 'Решает запись другого сотрудника: Ганеева Л.' },
    });
  });
});
