import { always, each, everybody, page, type Row, row } from '../../support/matrix-actors';
import type { Case, Entries } from '../../support/matrix-entries';

const [seen, hidden] = [always('ok'), always('hidden')];
/** Sees what is his own, nothing else. */
const ownOnly = row('ok', 'hidden', 'hidden');
/** Sees every record that there is. */
const everyRecord = row('ok', 'ok', 'hidden');

const managers = ['deputyDirector', 'director', 'studyOffice', 'methodist'] as const;
const others = ['secretary', 'timetableDispatcher', 'observer'] as const;
const family = ['student', 'parent', 'deniedParent'] as const;
const teaching = ['teacher', 'ownParentTeacher', 'teacherCurator', 'expiredSubstitute'] as const;

/** Whoever has signed in. */
const everyMember = (given: Row) =>
  each([...managers, ...others, ...family, ...teaching, 'curator', 'departmentHead', 'formerCurator', 'admin'], given);

const journal = page({
  ...each(['teacher', 'curator', 'teacherCurator', 'ownParentTeacher', 'departmentHead'], ownOnly),
  ...each(managers, everyRecord),
  ...each([...others, ...family, 'admin', 'expiredSubstitute', 'formerCurator'], hidden),
});

/** The form of a group's papers: for whoever reads groups; what is filled in wrongly is said beside the fields. */
const said = { malformed: 'ok' } as const;
const groupPapers = page({
  ...each(['curator', 'teacherCurator', 'departmentHead'], { ...ownOnly, ...said }),
  ...each(managers, { ...everyRecord, ...said }),
  formerCurator: { ...hidden, ...said },
  ...each([...others, ...family, 'teacher', 'ownParentTeacher', 'admin', 'expiredSubstitute'], hidden),
});

/** Diaries: one's own, the child's while it is open, those of the curated group. */
const diary = page({
  ...each(['student', 'parent', 'ownParentTeacher', 'curator', 'teacherCurator'], ownOnly),
  ...each([...managers, ...others, 'teacher', 'departmentHead', 'admin'], hidden),
  ...each(['expiredSubstitute', 'formerCurator', 'deniedParent'], hidden),
});
const diaryPage: Case = {
  targeted: true,
  example: ({ studentId, courseId }) => ({ params: { studentId, courseId } }),
  expect: diary,
};

const institution = page({
  ...each(['admin'], seen),
  ...each([...managers, ...others, ...family, ...teaching, 'curator', 'departmentHead', 'formerCurator'], hidden),
});

export const pages: Entries = {
  'page /': {
    targeted: false,
    example: () => ({}),
    expect: page({
      ...each([...managers, 'observer', ...teaching, 'curator', 'departmentHead', 'admin'], seen),
      ...each([...family, 'secretary', 'timetableDispatcher', 'formerCurator'], always('moved')),
    }),
  },
  'page /journal': {
    targeted: false,
    example: () => ({}),
    expect: page({
      ...each([...managers, ...teaching, 'curator', 'departmentHead', 'formerCurator'], seen),
      ...each([...others, ...family, 'admin'], hidden),
    }),
  },
  'page /journal/[sectionId]': {
    targeted: true,
    example: ({ sectionId, periodId }) => ({ params: { sectionId }, query: { period: periodId } }),
    expect: journal,
  },
  'page /reports': {
    targeted: false,
    example: () => ({}),
    expect: page({
      ...each([...managers, 'curator', 'teacherCurator', 'departmentHead', 'formerCurator'], seen),
      ...each(['secretary', 'timetableDispatcher', 'admin'], seen),
      ...each(['observer', ...family, 'teacher', 'ownParentTeacher', 'expiredSubstitute'], hidden),
    }),
  },
  'page /reports/period-ledger': {
    targeted: true,
    example: ({ groupId, periodId }) => ({ query: { group: groupId, period: periodId } }),
    expect: groupPapers,
  },
  'page /reports/register': {
    targeted: false,
    example: () => ({}),
    expect: page({
      ...each([...managers, 'curator', 'teacherCurator', 'departmentHead', 'formerCurator'], seen),
      ...each([...others, ...family, 'teacher', 'ownParentTeacher', 'admin', 'expiredSubstitute'], hidden),
    }),
  },
  'page /reports/college': {
    targeted: false,
    example: () => ({}),
    expect: page({
      ...each(['deputyDirector', 'director', 'studyOffice'], seen),
      ...each([...others, ...family, ...teaching, 'methodist', 'curator', 'departmentHead'], hidden),
      ...each(['admin', 'formerCurator'], hidden),
    }),
  },
  'page /reports/[reportId]': {
    targeted: true,
    example: ({ groupId, periodId }) => ({
      params: { reportId: 'summary-ledger' },
      query: { group: groupId, period: periodId },
    }),
    expect: groupPapers,
  },
  'page /diary': {
    targeted: false,
    example: () => ({}),
    expect: page({
      ...each(['student', 'parent', 'ownParentTeacher'], always('moved')),
      deniedParent: seen,
      ...each([...managers, ...others, 'teacher', 'curator', 'teacherCurator', 'departmentHead', 'admin'], hidden),
      ...each(['expiredSubstitute', 'formerCurator'], hidden),
    }),
  },
  'page /diary/[studentId]': diaryPage,
  'page /diary/[studentId]/absences': diaryPage,
  'page /diary/[studentId]/subjects': diaryPage,
  'page /diary/[studentId]/subjects/[courseId]': diaryPage,
  'page /diary/[studentId]/timetable': diaryPage,
  'page /admin': { targeted: false, example: () => ({}), expect: institution },
  'page /admin/regulation': { targeted: false, example: () => ({}), expect: institution },
  'page /admin/backup': { targeted: false, example: () => ({}), expect: institution },
  'page /admin/jobs': { targeted: false, example: () => ({}), expect: institution },
  'page /security': {
    targeted: false,
    example: () => ({}),
    expect: page(everyMember(seen)),
  },
  /** Each reader is led to the guide of his role; any guide may be read. */
  'page /help': { targeted: false, example: () => ({}), expect: page(everyMember(always('moved'))) },
  'page /help/[guide]': {
    targeted: false,
    example: () => ({ params: { guide: 'administrator' } }),
    expect: page(everyMember(seen)),
  },
  'page /password': {
    targeted: false,
    example: () => ({}),
    expect: { ...everybody(seen), anonymous: always('login'), blocked: always('login') },
  },
  'page /admin/regulation/edit': { targeted: false, example: () => ({}), expect: institution },
  'page /admin/rights': { targeted: false, example: () => ({}), expect: institution },
  'page /admin/audit': { targeted: false, example: () => ({}), expect: { ...institution, director: seen } },
  'page /admin/accounts': { targeted: false, example: () => ({}), expect: institution },
  'page /admin/accounts/[personId]': {
    targeted: true,
    example: ({ studentId }) => ({ params: { personId: studentId } }),
    expect: page({
      admin: everyRecord,
      ...each([...managers, ...others, ...family, ...teaching, 'curator', 'departmentHead', 'formerCurator'], hidden),
    }),
  },
  'page /reports/credential-slips': {
    targeted: true,
    example: ({ groupId }) => ({ query: { group: groupId } }),
    expect: page({
      ...each(['curator', 'teacherCurator'], ownOnly),
      admin: everyRecord,
      ...each([...managers, ...others, ...family, 'teacher', 'ownParentTeacher', 'departmentHead'], hidden),
      ...each(['expiredSubstitute', 'formerCurator'], hidden),
    }),
  },
  'page /reports/credential-slips · staff': {
    targeted: false,
    example: () => ({ query: { group: 'staff' } }),
    expect: institution,
  },
  'page /login': {
    targeted: false,
    example: () => ({}),
    expect: { ...everybody(always('moved')), anonymous: seen, blocked: seen },
  },
  'page /privacy': { targeted: false, example: () => ({}), expect: everybody(seen) },
  'page /accessibility': { targeted: false, example: () => ({}), expect: everybody(seen) },
  'page /verify/[code]': {
    targeted: true,
    example: ({ printCode }) => ({ params: { code: printCode } }),
    expect: everybody(seen),
  },
};
