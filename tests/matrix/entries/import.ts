import { type ActorName, always, each, everybody, page, route, write } from '../../support/matrix-actors';
import type { Case, Entries } from '../../support/matrix-entries';

const [seen, hidden] = [always('ok'), always('hidden')];
/** Whoever holds the functions of some kind of table. */
const bringers = [
  ...(['deputyDirector', 'studyOffice', 'secretary', 'timetableDispatcher', 'admin', 'teacher'] as const),
  ...(['teacherCurator', 'ownParentTeacher', 'expiredSubstitute'] as const),
] as const;
const others = [
  ...(['director', 'departmentHead', 'methodist', 'curator', 'student', 'parent', 'observer'] as const),
  ...(['formerCurator', 'deniedParent'] as const),
] as const;
/** Courses are entered by whoever enters plans. */
const planners = ['deputyDirector', 'studyOffice', 'admin'] as const;
const noPlanners = [...bringers.filter((name) => !planners.some((one) => one === name)), ...others];

/** An import is one's own: here there is none of anybody. */
const nobodys = 987_654_321;

const noRun = (input: object): Case => ({
  targeted: false,
  example: () => ({ args: [input] }),
  expect: {
    ...everybody(hidden),
    ...each(['anonymous', 'blocked'], always('unsigned')),
    mustChange: always('forbidden'),
  },
});

const of = (names: readonly ActorName[], rest: readonly ActorName[]) => ({
  ...each(names, seen),
  ...each(rest, hidden),
});

export const importEntries: Entries = {
  'page /study/import': {
    targeted: false,
    example: () => ({}),
    expect: page(of(bringers, others)),
  },
  'page /study/import/[runId]': {
    targeted: false,
    example: () => ({ params: { runId: nobodys } }),
    expect: page(of([], [...bringers, ...others])),
  },
  'GET /api/study/import/template/[kind]/[format]': {
    targeted: false,
    example: () => ({ params: { kind: 'courses', format: 'xlsx' } }),
    expect: route(of(planners, noPlanners)),
  },
  'GET /api/study/import/report/[runId]/[format]': {
    targeted: false,
    example: () => ({ params: { runId: nobodys, format: 'csv' } }),
    expect: route(of([], [...bringers, ...others])),
  },
  'POST /api/study/import': {
    targeted: false,
    example: () => ({ query: { kind: 'courses', name: 'дисциплины.csv' }, body: {} }),
    expect: write({ ...of(planners, noPlanners), mustChange: always('forbidden') }),
  },
  'POST /api/study/import/export': {
    targeted: false,
    example: () => ({ body: { kind: 'courses', format: 'csv' } }),
    expect: write({ ...of(planners, noPlanners), mustChange: always('forbidden') }),
  },
  'action confirmImportAction': noRun({ runId: nobodys }),
  'action discardImportAction': noRun({ runId: nobodys }),
};
