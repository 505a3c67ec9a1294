import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { loadInstitution } from '@/features/institution/load-institution';
import { loadRegulation } from '@/features/institution/load-regulation';
import { markCells } from '@/features/journal/mark-cells';
import { loadCuratorGroups } from '@/features/today/load-curator-groups';
import { loadGroupsOverview } from '@/features/today/load-groups-overview';
import { testDatabase } from '../support/database';
import { buildWorld, type World, worldNow } from '../support/world';

let world: World;
beforeAll(async () => {
  world = await buildWorld(testDatabase());
});
beforeEach(() => testDatabase().setClock(worldNow));
afterAll(() => world.close());

type Who = Parameters<World['actor']>[0];

async function absent(lessonId: number, studentId: number) {
  const cell = { lessonId, studentId };
  const input = {
    sectionId: world.college.sections.algorithms,
    presences: [{ ...cell, value: 'absent' as const, version: 0 }],
  };
  await markCells.execute(await world.actor('gulnara'), input, { address: 'test', device: 'test' });
  return cell;
}

const namesOf = async (who: Who, query?: string) =>
  (await loadGroupsOverview(await world.actor(who), query))?.groups.map(({ name }) => name);

describe('the curator’s groups (R-080–R-082)', () => {
  it('shows who is absent and whose absence has no reason, until one is set', async () => {
    const { today, recent } = world.college.lessons;
    const cell = await absent(today, world.people.timur);
    await absent(recent, world.people.alina);
    const [group] = await loadCuratorGroups(await world.actor('liliya'));
    expect(group).toMatchObject({
      group: 'ИСП-25-1',
      studentCount: 4,
      lessonsTaken: 1,
      lessonsTotal: 1,
      absent: [{ name: 'Абдуллин Тимур', hours: 2, explained: false, lessons: [{ classPeriod: 2, symbol: 'н' }] }],
      unexplainedTotal: 2,
      unexplained: [
        { name: 'Абдуллин Тимур', lessonId: today, date: '2026-10-14', index: 'ОП.04' },
        { name: 'Давлетшина Алина', lessonId: recent, date: '2026-10-12' },
      ],
    });
    expect(group?.heat.rows).toEqual([{ classPeriod: 2, absent: [1, null, 1, null, null, null] }]);
    const reasons = [{ ...cell, value: 'sick', version: 0 }];
    const sectionId = world.college.sections.algorithms;
    const meta = { address: 'test', device: 'test' };
    await markCells.execute(await world.actor('liliya'), { sectionId, reasons }, meta);
    const [after] = await loadCuratorGroups(await world.actor('liliya'));
    expect(after).toMatchObject({ unexplainedTotal: 1, absent: [{ explained: true, lessons: [{ symbol: 'б' }] }] });
  });

  it('belongs to the curator alone', async () => {
    for (const who of ['gulnara', 'nadezhda', 'renata', 'denis'] as const) {
      expect(await loadCuratorGroups(await world.actor(who))).toEqual([]);
    }
  });
});

describe('the managers’ overview (R-007, R-010)', () => {
  it('shows every group to those who see all journals, the department’s to its head', async () => {
    for (const who of ['nadezhda', 'sergey', 'venera', 'irina'] as const) {
      expect(await namesOf(who)).toEqual(['ИСП-25-1', 'ПКД-26-1']);
    }
    expect(await namesOf('tatyana')).toEqual(['ИСП-25-1']);
    expect(await namesOf('gulnara')).toBeUndefined();
    expect(await namesOf('alina')).toBeUndefined();
  });

  it('finds by group, programme and curator', async () => {
    expect(await namesOf('nadezhda', ' пкд ')).toEqual(['ПКД-26-1']);
    expect(await namesOf('nadezhda', 'ганеева')).toEqual(['ИСП-25-1']);
    expect(await namesOf('nadezhda', 'программирование')).toHaveLength(2);
    expect(await namesOf('nadezhda', '%')).toEqual([]);
  });

  it('counts overdue lessons by the deadline and attendance by the people on the roll', async () => {
    const overview = await loadGroupsOverview(await world.actor('nadezhda'));
    expect(overview).toMatchObject({ period: 'I семестр', total: 2, canPrint: true });
    expect(overview?.groups[0]).toMatchObject({
      yearOfStudy: 2,
      curator: 'Ганеева Л. Р.',
      students: 6,
      journals: 1,
      lessons: 4,
      overdue: 3,
      withoutHomework: 2,
      filled: 0,
      attendance: 75,
      state: 'overdue',
    });
    expect((await loadGroupsOverview(await world.actor('irina')))?.canPrint).toBe(false);
  });
});

describe('the administrator’s institution', () => {
  it('shows the institution, its regulation in words and its health', async () => {
    const institution = await loadInstitution(await world.actor('denis'));
    expect(institution).toMatchObject({
      shortName: 'ЗПК',
      timeZone: 'Europe/Samara, UTC+4',
      academicYear: '2026/27',
      counts: { groups: 2, students: 8, staff: 12, parents: 2 },
    });
    const regulation = await loadRegulation(await world.actor('denis'));
    const rules = new Map(regulation?.parts.flatMap((part) => part.rules));
    expect(regulation).toMatchObject({ validFrom: '2025-08-01', versions: [{ active: true }] });
    expect(rules.get('Причину указывает')).toBe('куратор');
    expect(rules.get('Границы среднего')).toBe('«5» от 4,65, «4» от 3,65, «3» от 2,50');
  });

  it('is closed to everybody else', async () => {
    for (const who of ['nadezhda', 'gulnara', 'alina'] as const) {
      expect(await loadInstitution(await world.actor(who))).toBeNull();
      expect(await loadRegulation(await world.actor(who))).toBeNull();
    }
  });
});
