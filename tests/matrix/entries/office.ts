import { type ActorName, always, each, everybody, page, route, write } from '../../support/matrix-actors';
import type { Case, Entries } from '../../support/matrix-entries';

const [seen, hidden] = [always('ok'), always('hidden')];
const office = [
  ...(['deputyDirector', 'director', 'departmentHead', 'studyOffice', 'secretary'] as const),
  ...(['timetableDispatcher', 'methodist', 'admin'] as const),
] as const;
const others = [
  ...(['teacher', 'curator', 'student', 'parent', 'observer', 'expiredSubstitute', 'formerCurator'] as const),
  ...(['deniedParent', 'teacherCurator', 'ownParentTeacher'] as const),
] as const;

/** Pages of the study office: whoever may see its data. */
const studyPage: Case = {
  targeted: false,
  example: () => ({}),
  expect: page({ ...each(office, seen), ...each(others, hidden) }),
};

/** These get as far as their empty input, for everybody else nothing is there. */
const enteredBy = (...names: ActorName[]): Case => ({
  targeted: false,
  example: () => ({ args: [{}] }),
  expect: {
    ...everybody(hidden),
    ...each(['anonymous', 'blocked'], always('unsigned')),
    ...each(names, always('invalid')),
  },
});

const structure = enteredBy('studyOffice', 'admin');
const calendar = enteredBy('studyOffice', 'deputyDirector', 'admin');
const bells = enteredBy('studyOffice', 'deputyDirector', 'timetableDispatcher', 'admin');
const programmes = enteredBy('studyOffice', 'deputyDirector', 'admin');
const people = enteredBy('studyOffice', 'secretary', 'admin');

const readiness: Case = {
  targeted: false,
  example: () => ({}),
  expect: route({ ...each(office, seen), ...each(others, hidden) }),
};

/** The table of rights on paper: the administrator's alone. */
const rights: Case = {
  ...readiness,
  expect: route({ ...each(office, hidden), ...each(others, hidden), admin: seen }),
};
const notPrinted: Case = {
  targeted: false,
  example: () => ({ body: {} }),
  expect: write(each([...office, ...others, 'mustChange'], hidden)),
};

/** Structure, calendar and readiness of the study office. */
export const officeEntries: Entries = {
  'page /study': {
    ...studyPage,
    expect: { ...studyPage.expect, ...each(['curator', 'teacherCurator', 'formerCurator'], seen) },
  },
  'page /study/readiness': studyPage,
  'page /study/structure': studyPage,
  'page /study/structure/groups': studyPage,
  'page /study/structure/staff': studyPage,
  'page /study/structure/rooms': studyPage,
  'page /study/structure/responsible': studyPage,
  'page /study/structure/training': studyPage,
  'page /study/calendar': studyPage,
  'page /study/calendar/graph': studyPage,
  'page /study/calendar/bells': studyPage,
  'page /documents': {
    targeted: false,
    example: () => ({}),
    expect: page(each([...office, ...others], seen)),
  },
  'action createDepartmentsAction': structure,
  'action renameDepartmentAction': structure,
  'action createProgrammesAction': programmes,
  'action editProgrammeAction': programmes,
  'action createGroupsAction': structure,
  'action editGroupAction': structure,
  'action changeCuratorAction': structure,
  'action saveRoomAction': enteredBy('studyOffice', 'timetableDispatcher', 'admin'),
  'action hirePersonAction': people,
  'action dismissStaffAction': people,
  'action reemployStaffAction': people,
  'action saveStaffAction': people,
  'action saveResponsibilityAction': structure,
  'action saveDocumentAction': structure,
  'action recordTrainingAction': structure,
  'action removeStructureAction': structure,
  'action openYearAction': structure,
  'action savePeriodAction': calendar,
  'action choosePeriodsAction': calendar,
  'action setDaysAction': calendar,
  'action saveSpansAction': calendar,
  'action editSpansAction': calendar,
  'action setBellsAction': bells,
  'action editBellsAction': bells,
  'action applyBellsAction': bells,
  'action removeCalendarEntryAction': calendar,
  'report /api/reports/year-readiness/pdf': readiness,
  'report /api/reports/year-readiness/xlsx': readiness,
  'report /api/reports/year-readiness/csv': readiness,
  'report /api/reports/year-readiness/print': notPrinted,
  'report /api/reports/access-rights/pdf': rights,
  'report /api/reports/access-rights/xlsx': rights,
  'report /api/reports/access-rights/csv': rights,
  'report /api/reports/access-rights/print': notPrinted,
};
