import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { adoptLoad } from '@/features/teaching-load/adopt-load';
import { cellText } from '@/reports/cell-text';
import { findReport } from '@/reports/registry';
import { testDatabase } from '../../support/database';
import { readPdf } from '../../support/read-pdf';
import { buildWorld, type World } from '../../support/world';

const { signal } = new AbortController();
let world: World;
beforeAll(async () => {
  world = await buildWorld(testDatabase());
  const { id } = await world.owner.curriculumItem.findFirstOrThrow({ where: { index: 'ОП.04' } });
  const term = { itemId: id, semester: 3, hours: 72, controlForm: 'exam' as const, withCoursework: true };
  await world.owner.curriculumTerm.create({ data: term });
});
afterAll(() => world.close());

type Person = keyof World['people'];

async function cells(id: string, who: Person, query: Record<string, string>): Promise<string[][] | null> {
  const document = await findReport(id)?.document(await world.actor(who), query);
  return (
    document?.blocks.flatMap((block) =>
      block.kind === 'table' ? [...block.rows, ...block.totals].map((row) => row.map(cellText)) : [],
    ) ?? null
  );
}

async function words(id: string, query: Record<string, string>): Promise<string> {
  const file = await findReport(id)?.file(await world.actor('nadezhda'), 'pdf', query, signal);
  if (!file) throw new Error(`${id} has no paper`);
  const pages = await readPdf(Buffer.concat(await file.stream.toArray()));
  return pages.map(({ text }) => text).join(' ');
}

describe('R-024 R-025 plan and load on paper', () => {
  test('R-024 a plan has its hours and forms of control, a курсовая beside its exam', async () => {
    const { curriculumId } = await world.owner.curriculumItem.findFirstOrThrow({ where: { index: 'ОП.04' } });
    const query = { plan: String(curriculumId) };
    const rows = await cells('study-plan', 'nadezhda', query);
    expect(rows?.find(([index]) => index === 'ОП.04')).toEqual(expect.arrayContaining(['72', 'Э, КР']));
    expect(await words('study-plan', query)).toContain('Э, КР');
    expect(await cells('study-plan', 'nadezhda', { plan: '999999' })).toBeNull();
    expect(await cells('study-plan', 'gulnara', query)).toBeNull();
    await expect(cells('study-plan', 'nadezhda', { plan: 'x' })).rejects.toMatchObject({ code: 'INVALID' });
  });

  test('R-025 the load names teachers, their journals, hours of both halves and the order', async () => {
    const yearId = world.college.years.open;
    const order = { number: '12-у', orderedOn: '2026-09-01', about: 'О нагрузке' };
    await adoptLoad.execute(await world.actor('venera'), { yearId, order }, { address: 'test', device: 'test' });
    const rows = await cells('teaching-load', 'nadezhda', { year: String(yearId) });
    const journal = rows?.find((row) => row[1]?.includes('ОП.04'));
    expect(journal?.[3]).toBe('№ 12-у от 01.09.2026');
    expect(Number(journal?.[4]) + Number(journal?.[5])).toBe(Number(journal?.[6]));
    expect(await words('teaching-load', { year: String(yearId) })).toContain('Хабибуллина');
    expect(await cells('teaching-load', 'gulnara', {})).toBeNull();
    expect(await cells('teaching-load', 'nadezhda', { year: '999999' })).toBeNull();
  });
});
