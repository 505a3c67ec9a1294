import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { loadJournal } from '@/features/journal/load-journal';
import { unpackRow } from '@/features/journal/packed-cells';
import { testDatabase } from '../support/database';
import { fillJournal } from '../support/filled-journal';
import { liftLocks } from '../support/lift-locks';
import { buildWorld, type World, worldNow } from '../support/world';

type Person = keyof World['people'];
let world: World;

beforeAll(async () => {
  world = await buildWorld(testDatabase());
  await fillJournal(world, testDatabase());
});
beforeEach(() => testDatabase().setClock(worldNow));
afterAll(() => world.close());

async function open(who: Person, periodId?: number, sectionId = world.college.sections.algorithms) {
  return (await loadJournal(await world.actor(who), sectionId, periodId))?.view ?? null;
}

async function view(who: Person, periodId?: number) {
  const found = await open(who, periodId);
  if (!found) throw new Error(`${who} does not see the journal`);
  return found;
}

describe('who opens a journal (R-007, R-010, T-022)', () => {
  it.each(['gulnara', 'liliya', 'nadezhda', 'sergey', 'tatyana', 'venera', 'irina'] as const)(
    '%s sees it',
    async (who) => {
      expect(await open(who)).not.toBeNull();
    },
  );

  it.each(['rustem', 'olga', 'anton', 'denis', 'observer', 'alina', 'renata'] as const)('%s does not', async (who) => {
    expect(await open(who)).toBeNull();
  });

  it('nobody sees one that is not there, nor a period of another year', async () => {
    expect(await open('nadezhda', undefined, 999_999)).toBeNull();
    expect(await open('gulnara', world.college.periods.closed)).toBeNull();
  });

  it('the head of another department does not see this group', async () => {
    expect(await open('tatyana', undefined, world.college.sections.foreign)).toBeNull();
  });
});

describe('what each may do in it', () => {
  const rights = async (who: Person) => {
    const { abilities, lessons } = await view(who);
    const dates = (key: 'editable' | 'presenceEditable' | 'reasonEditable' | 'debtEditable') =>
      lessons.filter((lesson) => lesson[key]).map(({ date }) => date.slice(8));
    return {
      abilities,
      write: dates('editable'),
      presence: dates('presenceEditable'),
      reason: dates('reasonEditable'),
      debt: dates('debtEditable'),
    };
  };

  it('the teacher writes what has been held, her own substituted lesson too; reasons are not hers (C-01)', async () => {
    expect(await rights('gulnara')).toMatchObject({
      abilities: { fill: true, setReason: false, giveGrades: true },
      write: ['07', '12', '13', '14'],
      presence: ['07', '12', '13', '14'],
      reason: [],
    });
  });

  it('the curator gives reasons; as substitute she fills the one lesson (C-24)', async () => {
    expect(await rights('liliya')).toMatchObject({
      abilities: { setReason: true, giveGrades: false },
      write: ['13'],
      presence: ['13'],
      reason: ['07', '12', '13', '14'],
    });
  });

  it('the deputy reads and prints (R-010)', async () => {
    expect(await rights('nadezhda')).toEqual({
      abilities: { fill: false, setReason: false, giveGrades: false, print: true },
      ...{ write: [], presence: [], reason: [], debt: [] },
    });
  });

  it('after the window the lesson closes with a sentence and a debt stays open (R-064, G-05)', async () => {
    await testDatabase().setClock('2026-10-30T09:00:00Z');
    const { lessons } = await view('gulnara');
    expect(lessons.map(({ editable, debtEditable }) => [editable, debtEditable])).toEqual([
      [false, true],
      [false, true],
      [false, true],
      [false, true],
      [true, true],
    ]);
    expect(lessons[0]?.closedReason).toContain('Срок правки этого занятия истёк');
  });

  it('a locked period opens nothing to anybody, a reopened section everything again (T-082)', async () => {
    const place = { groupId: world.college.groups.isp, periodId: world.college.periods.first };
    await world.owner.groupPeriod.update({
      where: { groupId_periodId: place },
      data: { lockedAt: new Date(worldNow), lockedById: world.people.venera },
    });
    try {
      expect(await rights('gulnara')).toMatchObject({
        abilities: { fill: false, giveGrades: false },
        write: [],
        presence: [],
        debt: [],
      });
      expect(await rights('liliya')).toMatchObject({ abilities: { setReason: false }, reason: [] });
      const term = {
        openedAt: new Date(worldNow),
        openUntil: new Date('2026-10-14T09:00:00Z'),
        openedById: world.people.nadezhda,
      };
      await world.owner.sectionReopening.create({
        data: { sectionId: world.college.sections.algorithms, periodId: place.periodId, reason: 'ошибка', ...term },
      });
      expect((await rights('gulnara')).write).toEqual(['07', '12', '13', '14']);
      await testDatabase().setClock('2026-10-14T09:00:00Z');
      expect((await rights('gulnara')).write).toEqual([]);
    } finally {
      await liftLocks(world.owner, place);
    }
  });
});

describe('rows and columns', () => {
  const row = async (name: string) => {
    const { rows, lessons } = await view('gulnara');
    const found = rows.find((one) => one.fullName.includes(name));
    if (!found) throw new Error(`no row of ${name}`);
    return { ...found, facts: unpackRow(found.cells), days: lessons.map(({ date }) => date.slice(8)) };
  };

  it('students stand in the order of the alphabet', async () => {
    const { rows } = await view('gulnara');
    expect(rows.map(({ name }) => name.split(' ')[0])).toEqual([
      'Абдуллин',
      'Горшков',
      'Давлетшина',
      'Иванов',
      'Петров',
      'Сафин',
    ]);
  });

  it('a moved student is closed before the move and brings his marks along (R-032, G-07)', async () => {
    const { closed, carried } = await row('Сафин');
    expect(closed).toEqual([{ from: 0, to: 0, reason: 'зачислен 10.10.2026' }]);
    expect(carried).toEqual(['5']);
  });

  it('leave and home study close the row, with the order (R-075)', async () => {
    expect((await row('Горшков')).closed).toEqual([
      { from: 1, to: 4, reason: 'академический отпуск с 10.10.2026 · приказ № 187-с' },
    ]);
    expect((await row('Петров')).closed).toEqual([
      { from: 0, to: 4, reason: 'обучение на дому с 01.09.2026 · приказ № 187-с' },
    ]);
  });

  it('cells hold the facts with their versions (R-056…R-064)', async () => {
    expect((await row('Давлетшина')).facts[0]?.marks).toEqual([
      { assignment: 0, value: '4', required: true, version: 3, late: false },
    ]);
    expect((await row('Абдуллин')).facts[0]).toMatchObject({
      presence: 'absent',
      presenceVersion: 1,
      reason: 'valid',
      reasonVersion: 1,
    });
    expect((await row('Абдуллин')).facts[0]?.marks).toEqual([
      { assignment: 0, value: null, required: true, version: 1, late: false },
    ]);
    expect((await row('Иванов')).facts[2]).toMatchObject({ presence: 'late' });
  });

  it('columns say what is missing, what the plan proposes, who substituted, what is late', async () => {
    const { lessons, section, substitutions } = await view('gulnara');
    expect(lessons.map(({ missing }) => missing)).toEqual([
      [],
      ['topic', 'attendance', 'homework'],
      ['topic', 'homework'],
      ['topic', 'homework'],
      [],
    ]);
    expect(lessons.map(({ planned }) => planned?.no ?? null)).toEqual([3, 4, 5, 6, null]);
    expect(lessons.map(({ late }) => late)).toEqual([false, true, true, false, false]);
    expect(lessons[2]?.substitute).toBe('Ганеева Л. Р.');
    expect(substitutions).toMatchObject([{ by: 'Ганеева Л. Р.', insteadOf: 'Хабибуллина Г. Р.', order: '96-к' }]);
    expect(section).toMatchObject({ plannedHours: 102, givenHours: 6, planApprovedOn: '2026-09-08', yearOfStudy: 2 });
  });

  it('R-028 a lesson rings by the bells of its group and of its day', async () => {
    const { owner, college } = world;
    const bells = async (startsAt: string, rule: { groupId?: number; date?: Date }) => {
      const { id } = await owner.bellSchedule.create({ data: { name: startsAt } });
      const pair = { startsAt: new Date(`1970-01-01T${startsAt}:00Z`), endsAt: new Date('1970-01-01T18:00:00Z') };
      await owner.classPeriod.create({ data: { scheduleId: id, number: 2, ...pair } });
      await owner.bellUse.create({ data: { scheduleId: id, ...rule } });
    };
    const times = async () => new Set((await view('gulnara')).lessons.map(({ time }) => time));
    expect(await times()).toEqual(new Set(['10:15–11:50']));
    await bells('09:00', { groupId: college.groups.pkd });
    await bells('14:00', { groupId: college.groups.isp });
    expect(await times()).toEqual(new Set(['14:00–18:00']));
    const [first] = (await view('gulnara')).lessons;
    await bells('15:30', { date: new Date(first?.date ?? '') });
    expect((await view('gulnara')).lessons[0]?.time).toBe('15:30–18:00');
  });
});
