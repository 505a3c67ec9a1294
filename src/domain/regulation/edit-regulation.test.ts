import { describe, expect, test } from 'vitest';
import { editRegulation, editsOf, type RegulationEdits, regulationEditsSchema } from './edit-regulation';
import { type ProfileId, profiles } from './profiles';

const ids = Object.keys(profiles) as ProfileId[];
const edited = (change: Partial<RegulationEdits>) =>
  editRegulation(profiles.s1, { ...editsOf(profiles.s1), ...change });

test.each(ids)('C-01…C-26 the edits of %s, put back, change nothing', (id) => {
  const edits = editsOf(profiles[id]);
  expect(regulationEditsSchema.parse(edits)).toEqual(edits);
  expect(editRegulation(profiles[id], edits)).toEqual({ regulation: profiles[id], problems: [] });
});

test('what is edited is in force, the rest stays', () => {
  const { regulation, problems } = edited({ diaryOpen: false, sessions: { staffIdleMinutes: 30, familyIdleDays: 3 } });
  expect(problems).toEqual([]);
  expect(regulation).toEqual({
    ...profiles.s1,
    diary: { ...profiles.s1.diary, open: false },
    sessions: { staffIdleMinutes: 30, familyIdleDays: 3 },
  });
});

describe('nonsense is refused with its place and a reason', () => {
  const [first, second] = editsOf(profiles.s1).codes;
  test.each<[string, Partial<RegulationEdits>, string, string]>([
    [
      'thresholds that cross',
      { thresholds: { kind: 'table', from: { 5: 365, 4: 465, 3: 250 } } },
      'periodMark.thresholds',
      'Границы пересекаются',
    ],
    [
      'one code with two meanings',
      { codes: [...(first ? [first] : []), ...(second ? [{ ...second, symbol: 'Н' }] : [])] },
      'attendance.codes.1',
      'не может быть двух значений',
    ],
    [
      'two kinds of work under one short name',
      { taskTypes: editsOf(profiles.s1).taskTypes.map((type) => ({ ...type, short: 'КР' })) },
      'taskTypes',
      'Сокращения',
    ],
    [
      'the kind of work of a mark without a task taken out',
      { strictTasks: false, taskTypes: editsOf(profiles.s1).taskTypes.slice(1) },
      'markWithoutTask.taskType',
      'нет в справочнике',
    ],
    [
      'a hard copy without pages of courses',
      { print: { ...editsOf(profiles.s1).print, parts: ['title', 'contents'] } },
      'print.parts',
      'без страниц дисциплин',
    ],
    [
      'hours that end before they begin',
      { accessWindow: { from: '20:00', to: '08:00', weekdays: [1] } },
      'accessWindow',
      'кончается раньше',
    ],
  ])('%s', (_, change, path, reason) => {
    expect(edited(change).problems).toEqual([{ path, reason: expect.stringContaining(reason) }]);
  });
});
