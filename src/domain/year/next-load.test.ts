import { describe, expect, test } from 'vitest';
import { type FormerSection, type GoingGroup, nextLoad, type PlanLine } from './next-load';

const groups = [
  { groupId: 1, name: 'ИСП-25-1', programId: 1, yearOfStudy: 1 },
  { groupId: 2, name: 'ИСП-24-1', programId: 1, yearOfStudy: 2 },
  { groupId: 3, name: 'ИСП-24-2', programId: 1, yearOfStudy: 2 },
];
const going = (over: Partial<GoingGroup> = {}): GoingGroup => ({
  ...{ groupId: 1, name: 'ИСП-25-1', programId: 1, yearOfStudy: 2, curriculumId: 7 },
  subgroups: [],
  ...over,
});
const line = (itemId: number, courseId: number, ...semesters: number[]): PlanLine => ({
  ...{ itemId, courseId, curriculumId: 7 },
  terms: semesters.map((semester) => ({ semester, hours: 10 * semester, controlForm: 'none' })),
});
const section = (sectionId: number, groupId: number, courseId: number, teacherId: number | null): FormerSection => ({
  ...{ sectionId, groupId, courseId, teacherId },
  ...{ division: null, subgroup: null, schemeId: 100 + sectionId },
});
const divided = (base: FormerSection, subgroup: string): FormerSection => ({
  ...base,
  division: 'Язык',
  subgroup,
});

describe('R-025 the next year’s journals by the plan’s next terms', () => {
  const former = { groups, sections: [section(11, 1, 50, 500), section(21, 2, 50, 501), section(22, 2, 51, 502)] };
  test.each([
    ['a course that goes on keeps its teacher and takes the model’s week and КТП', line(1, 50, 2, 3, 4), 500, 121, 21],
    ['a course of the year ahead comes with its teacher', line(2, 51, 3, 4), 502, 122, 22],
    ['a course that nobody gave has no teacher', line(3, 52, 3), null, null, null],
  ])('%s', (_, plan, teacherId, schemeId, modelId) => {
    expect(nextLoad([going()], [plan], former)).toMatchObject([
      { itemId: plan.itemId, teacherId, schemeId, modelId, subgroupId: null },
    ]);
  });

  test('only terms of the year of study count, each in its half', () => {
    const [only] = nextLoad([going()], [line(1, 50, 1, 2, 3, 5), line(2, 51, 1, 2)], former);
    expect(only?.halves).toEqual([{ half: 1, hours: 30, controlForm: 'none' }]);
    expect(nextLoad([going()], [line(2, 51, 1, 2)], former)).toEqual([]);
  });

  test('groups pair with those ahead of them by the order of names', () => {
    const both = [going(), going({ groupId: 4, name: 'ИСП-25-2' })];
    const sections = [section(21, 2, 51, 502), section(31, 3, 51, 503)];
    expect(nextLoad(both, [line(2, 51, 3)], { groups, sections }).map(({ teacherId }) => teacherId)).toEqual([
      502, 503,
    ]);
  });

  test('subgroups: as they were in the group, as in the model when the group has them, else whole', () => {
    const models = [divided(section(21, 2, 51, 502), '1'), divided(section(22, 2, 51, 503), '2')];
    const subgroups = ['1', '2'].map((name, place) => ({ id: 90 + place, division: 'Язык', name }));
    const plan = [line(2, 51, 3)];
    expect(nextLoad([going({ subgroups })], plan, { groups, sections: models })).toMatchObject([
      { subgroupId: 90, teacherId: 502, modelId: 21 },
      { subgroupId: 91, teacherId: 503, modelId: 22 },
    ]);
    expect(nextLoad([going()], plan, { groups, sections: models })).toMatchObject([
      { subgroupId: null, teacherId: 502 },
    ]);
    const own = [divided(section(11, 1, 51, 510), '1'), divided(section(12, 1, 51, 511), '2')];
    expect(nextLoad([going({ subgroups })], plan, { groups, sections: [...own, ...models] })).toMatchObject([
      { subgroupId: 90, teacherId: 510, modelId: 21 },
      { subgroupId: 91, teacherId: 511, modelId: 22 },
    ]);
  });

  test('without a group ahead the group’s own week stays', () => {
    const alone = { groups: groups.slice(0, 1), sections: [section(11, 1, 50, 500)] };
    expect(nextLoad([going()], [line(1, 50, 3)], alone)).toMatchObject([
      { teacherId: 500, schemeId: null, modelId: 11 },
    ]);
  });
});
