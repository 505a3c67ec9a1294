import { type ActorName, always, each, everybody, page, route, write } from '../../support/matrix-actors';
import type { Case, Entries } from '../../support/matrix-entries';

const [seen, hidden] = [always('ok'), always('hidden')];
const office = [
  ...(['deputyDirector', 'director', 'departmentHead', 'studyOffice', 'secretary'] as const),
  ...(['timetableDispatcher', 'methodist', 'admin'] as const),
] as const;
const teaching = [
  ...(['teacher', 'ownParentTeacher', 'teacherCurator', 'expiredSubstitute', 'curator', 'formerCurator'] as const),
] as const;
const family = ['student', 'parent', 'deniedParent'] as const;

/** Timetables of groups, teachers and rooms: for everybody who works in the college. */
const staffPage: Case = {
  targeted: false,
  example: () => ({}),
  expect: page({ ...each([...office, ...teaching], seen), ...each([...family, 'observer'], hidden) }),
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
const timetable = enteredBy('timetableDispatcher', 'admin');
const substitutions = enteredBy('timetableDispatcher', 'deputyDirector');
const notices = enteredBy('timetableDispatcher', 'deputyDirector', 'studyOffice');

/** The link to the own timetable: for whoever gives or hears lessons; an input that it does not know is none. */
const feed: Case = {
  targeted: false,
  example: () => ({ args: [{ extra: true }] }),
  expect: {
    ...everybody(always('invalid')),
    ...each(['anonymous', 'blocked'], always('unsigned')),
    ...each(['parent', 'deniedParent', 'observer'], hidden),
    mustChange: always('forbidden'),
  },
};

const register: Case = {
  targeted: false,
  example: () => ({}),
  expect: route({ ...each(office, seen), ...each([...teaching, ...family, 'observer'], hidden) }),
};

/** Timetable, substitutions, notices and the calendar of a phone. */
export const timetableEntries: Entries = {
  'page /timetable': staffPage,
  'page /timetable/week': staffPage,
  'page /timetable/laying': staffPage,
  'page /timetable/substitutions': {
    targeted: false,
    example: () => ({}),
    expect: page({
      ...each([...office, ...teaching, ...family, 'observer'], hidden),
      ...each(['timetableDispatcher', 'deputyDirector'], seen),
    }),
  },
  'page /notices': {
    targeted: false,
    example: () => ({}),
    expect: page(each([...office, ...teaching, ...family, 'observer'], seen)),
  },
  'GET /calendar/[token]': {
    targeted: false,
    example: () => ({ params: { token: `${'A'.repeat(43)}.ics` } }),
    expect: everybody(hidden),
  },
  'action changeWeekAction': timetable,
  'action relayLessonsAction': timetable,
  'action requestLayingAction': timetable,
  'action layDaysAction': timetable,
  'action withdrawDaysAction': timetable,
  'action substituteAction': substitutions,
  'action changeDayAction': substitutions,
  'action undoChangeAction': substitutions,
  'action reportAbsenceOfStaffAction': substitutions,
  'action withdrawAbsenceAction': substitutions,
  'action withdrawSubstitutionAction': substitutions,
  'action writeNoticeAction': notices,
  'action withdrawNoticeAction': notices,
  'action issueFeedAction': feed,
  'action revokeFeedAction': feed,
  'report /api/reports/substitution-log/pdf': register,
  'report /api/reports/substitution-log/xlsx': register,
  'report /api/reports/substitution-log/csv': register,
  'report /api/reports/substitution-log/print': {
    targeted: false,
    example: () => ({ body: {} }),
    expect: write(each([...office, ...teaching, ...family, 'observer', 'mustChange'], hidden)),
  },
};
