import { always, each, route, row, write } from '../../support/matrix-actors';
import type { Entries } from '../../support/matrix-entries';

const hidden = always('hidden');
const badId = { malformed: 'invalid' } as const;
const ownOnly = row('ok', 'hidden', 'hidden', badId);
const everyRecord = row('ok', 'ok', 'hidden', badId);
const family = ['student', 'parent', 'deniedParent'] as const;
const others = ['secretary', 'timetableDispatcher', 'observer', 'admin', ...family] as const;

/** Reports × formats, by the report's id and the last word of its address. */
export const reports: Entries = {
  'report /api/reports/period-ledger/pdf': {
    targeted: true,
    example: ({ groupId, periodId }) => ({ query: { group: groupId, period: periodId } }),
    expect: route({
      ...each(['curator', 'teacherCurator', 'departmentHead'], ownOnly),
      formerCurator: { ...hidden, malformed: 'invalid' },
      ...each(['deputyDirector', 'director', 'studyOffice', 'methodist'], everyRecord),
      ...each([...others, 'teacher', 'ownParentTeacher', 'expiredSubstitute'], hidden),
    }),
  },
  'report /api/reports/period-ledger/print': {
    targeted: true,
    example: ({ groupId, periodId }) => ({ body: { group: groupId, period: periodId } }),
    expect: write({
      ...each(['deputyDirector', 'director', 'studyOffice'], everyRecord),
      ...each([...others, 'methodist', 'curator', 'teacherCurator', 'departmentHead', 'mustChange'], hidden),
      ...each(['teacher', 'ownParentTeacher', 'expiredSubstitute', 'formerCurator'], hidden),
    }),
  },
};
