import { always, each, row, write } from '../../support/matrix-actors';
import type { Entries } from '../../support/matrix-entries';

const hidden = always('hidden');
const ownGrades = row('ok', 'hidden', 'hidden', { malformed: 'invalid', locked: 'invalid', closedYear: 'invalid' });
const managers = ['deputyDirector', 'director', 'studyOffice', 'methodist'] as const;
const family = ['student', 'parent', 'deniedParent'] as const;
const others = ['secretary', 'timetableDispatcher', 'observer', 'admin', ...family] as const;

/** No job of the matrix is anybody's own: cancelling a real one is shown in tests/integration/jobs. */
const noJob = [
  'teacher',
  'ownParentTeacher',
  'teacherCurator',
  'expiredSubstitute',
  'curator',
  'departmentHead',
] as const;

/** Actions by the name of their export. */
export const actions: Entries = {
  'action publishGradesAction': {
    targeted: true,
    example: ({ sectionId, periodId }) => ({ args: [{ sectionId, periodId }] }),
    expect: write({
      ...each(['teacher', 'ownParentTeacher'], ownGrades),
      ...each(['teacherCurator', 'expiredSubstitute'], { ...hidden, malformed: 'invalid' }),
      ...each([...managers, ...others, 'curator', 'departmentHead', 'formerCurator'], hidden),
      mustChange: always('forbidden'),
    }),
  },
  'action cancelJobAction': {
    targeted: false,
    example: () => ({ args: [{ id: 999_999 }] }),
    expect: write(each([...managers, ...others, ...noJob, 'formerCurator', 'mustChange'], hidden)),
  },
};
