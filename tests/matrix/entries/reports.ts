import { always, each, route, row, write } from '../../support/matrix-actors';
import type { Case, Entries } from '../../support/matrix-entries';

const hidden = always('hidden');
const badId = { malformed: 'invalid' } as const;
const ownOnly = row('ok', 'hidden', 'hidden', badId);
const everyRecord = row('ok', 'ok', 'hidden', badId);
const family = ['student', 'parent', 'deniedParent'] as const;
const others = ['secretary', 'timetableDispatcher', 'observer', 'admin', ...family] as const;

/** A group's paper in any format: for whoever reads the group and may look at papers. */
export const groupPaper = route({
  ...each(['curator', 'teacherCurator', 'departmentHead'], ownOnly),
  formerCurator: { ...hidden, malformed: 'invalid' },
  ...each(['deputyDirector', 'director', 'studyOffice', 'methodist'], everyRecord),
  ...each([...others, 'teacher', 'ownParentTeacher', 'expiredSubstitute'], hidden),
});

const ofGroup: Case = {
  targeted: true,
  example: ({ groupId, periodId }) => ({ query: { group: groupId, period: periodId } }),
  expect: groupPaper,
};

/** A report that is no registered paper has no printing. */
const notPrinted: Case = {
  targeted: false,
  example: ({ groupId }) => ({ body: { group: groupId } }),
  expect: write({
    ...each(['deputyDirector', 'director', 'studyOffice', 'methodist', ...others, 'mustChange'], hidden),
    ...each(['curator', 'teacherCurator', 'departmentHead', 'formerCurator'], hidden),
    ...each(['teacher', 'ownParentTeacher', 'expiredSubstitute'], hidden),
  }),
};

/** Reports × formats, by the report's id and the last word of its address. */
export const reports: Entries = {
  'report /api/reports/period-ledger/pdf': ofGroup,
  'report /api/reports/period-ledger/xlsx': ofGroup,
  'report /api/reports/period-ledger/csv': ofGroup,
  'report /api/reports/period-ledger/print': {
    targeted: true,
    example: ({ groupId, periodId }) => ({ body: { group: groupId, period: periodId } }),
    expect: write({
      ...each(['deputyDirector', 'director', 'studyOffice'], everyRecord),
      ...each([...others, 'methodist', 'curator', 'teacherCurator', 'departmentHead', 'mustChange'], hidden),
      ...each(['teacher', 'ownParentTeacher', 'expiredSubstitute', 'formerCurator'], hidden),
    }),
  },
  'report /api/reports/summary-ledger/pdf': ofGroup,
  'report /api/reports/summary-ledger/xlsx': ofGroup,
  'report /api/reports/summary-ledger/csv': ofGroup,
  'report /api/reports/summary-ledger/print': notPrinted,
  'report /api/reports/journal-access/pdf': ofGroup,
  'report /api/reports/journal-access/xlsx': ofGroup,
  'report /api/reports/journal-access/csv': ofGroup,
  'report /api/reports/journal-access/print': notPrinted,
  'report /api/reports/parent-visits/pdf': ofGroup,
  'report /api/reports/parent-visits/xlsx': ofGroup,
  'report /api/reports/parent-visits/csv': ofGroup,
  'report /api/reports/parent-visits/print': notPrinted,
  'report /api/reports/programme-fulfilment/pdf': ofGroup,
  'report /api/reports/programme-fulfilment/xlsx': ofGroup,
  'report /api/reports/programme-fulfilment/csv': ofGroup,
  'report /api/reports/programme-fulfilment/print': notPrinted,
};
