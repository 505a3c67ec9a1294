import { type ActorName, always, each, everybody, page, route, row, write } from '../../support/matrix-actors';
import type { Case, Entries } from '../../support/matrix-entries';
import type { Place } from '../../support/matrix-places';

const [seen, hidden] = [always('ok'), always('hidden')];
const [ownOnly, everyRecord] = [row('ok', 'hidden', 'hidden'), row('ok', 'ok', 'hidden')];
const entering = ['deputyDirector', 'studyOffice', 'admin'] as const;
const curators = ['curator', 'teacherCurator'] as const;
const readers = ['director', 'departmentHead', 'secretary', 'timetableDispatcher', 'methodist'] as const;
const strangers = [
  ...(['teacher', 'student', 'parent', 'observer', 'expiredSubstitute', 'formerCurator'] as const),
  ...(['deniedParent', 'ownParentTeacher'] as const),
] as const;

/** Plans and load name no student: whoever sees the data of the study office sees all of them. */
const planPage = (name?: 'curriculumId' | 'groupId'): Case => ({
  targeted: false,
  example: (place) => (name ? { params: { [name]: place[name] } } : {}),
  expect: page({ ...each([...entering, ...readers], seen), ...each([...strangers, ...curators], hidden) }),
});

/** The same on paper: of one plan, of a whole year. */
const planPaper = (query: (place: Place) => Record<string, number | string>): Case => ({
  targeted: false,
  example: (place) => ({ query: query(place) }),
  expect: route({ ...each([...entering, ...readers], seen), ...each([...strangers, ...curators], hidden) }),
});
const ofPlan = planPaper(({ curriculumId }) => ({ plan: curriculumId }));
const ofYear = planPaper(() => ({}));
const notPrinted: Case = {
  targeted: false,
  example: () => ({ body: {} }),
  expect: write(each([...entering, ...readers, ...strangers, ...curators, 'mustChange'], hidden)),
};

/** These get as far as their empty input, for everybody else nothing is there. */
const enteredBy = (...names: readonly ActorName[]): Case => ({
  targeted: false,
  example: () => ({ args: [{}] }),
  expect: {
    ...everybody(hidden),
    ...each(['anonymous', 'blocked'], always('unsigned')),
    ...each(names, always('invalid')),
  },
});
const entered = enteredBy(...entering);
const ordered = enteredBy(...entering, 'timetableDispatcher');

/** Study plans, the orders that change them, load, streams and subgroups. */
export const planEntries: Entries = {
  'page /study/curricula': planPage(),
  'page /study/curricula/[curriculumId]': planPage('curriculumId'),
  'page /study/load': planPage(),
  'page /study/load/teachers': planPage(),
  'page /study/load/streams': planPage(),
  'page /study/load/orders': planPage(),
  'page /study/load/[groupId]': planPage('groupId'),
  'page /study/load/[groupId]/subgroups': {
    targeted: true,
    example: ({ groupId }) => ({ params: { groupId } }),
    expect: page({
      ...each([...entering, 'director', 'methodist'], everyRecord),
      ...each([...curators, 'departmentHead'], ownOnly),
      ...each([...strangers, 'secretary', 'timetableDispatcher'], hidden),
    }),
  },
  'report /api/reports/study-plan/pdf': ofPlan,
  'report /api/reports/study-plan/xlsx': ofPlan,
  'report /api/reports/study-plan/csv': ofPlan,
  'report /api/reports/study-plan/print': notPrinted,
  'report /api/reports/teaching-load/pdf': ofYear,
  'report /api/reports/teaching-load/xlsx': ofYear,
  'report /api/reports/teaching-load/csv': ofYear,
  'report /api/reports/teaching-load/print': notPrinted,
  'action startPlanAction': entered,
  'action savePlanAction': entered,
  'action removePlanAction': entered,
  'action openPlanAction': entered,
  'action approvePlanAction': enteredBy('deputyDirector', 'director'),
  'action registerPlanningOrderAction': ordered,
  'action enterPlanningOrderAction': ordered,
  'action openLinesAction': entered,
  'action saveLoadAction': entered,
  'action changeTeacherAction': entered,
  'action adoptLoadAction': entered,
  'action closeJournalsAction': entered,
  'action formStreamAction': entered,
  'action dissolveStreamAction': entered,
  'action redivideGroupAction': entered,
  'action confirmDivisionAction': entered,
};
