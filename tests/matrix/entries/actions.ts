import { type ActorName, always, each, everybody, type Outcome, row, write } from '../../support/matrix-actors';
import type { Case, Entries } from '../../support/matrix-entries';

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

/** The same for whoever has signed in; `issued`: for the one whose password is the issued one. */
const own = (outcome: Outcome, issued: Outcome, others: Partial<Record<ActorName, Outcome>> = {}) => ({
  ...everybody(always(outcome)),
  ...each(['anonymous', 'blocked'], always('unsigned')),
  mustChange: always(issued),
  ...Object.fromEntries(Object.entries(others).map(([name, other]) => [name, always(other)])),
});

/** Accounts are the administrator's alone: for others nothing is there, for him no such person. */
const keepers = (input: object): Case => ({
  targeted: false,
  example: () => ({ args: [input] }),
  expect: own('hidden', 'hidden'),
});

/** Actions by the name of their export. */
export const actions: Entries = {
  'action acknowledgeDevicesAction': {
    targeted: false,
    example: () => ({ args: [{}] }),
    expect: own('ok', 'forbidden'),
  },
  'action changePasswordAction': {
    targeted: false,
    example: () => ({ args: [{}] }),
    expect: own('invalid', 'invalid'),
  },
  'action decideOwnAccessAction': {
    targeted: false,
    example: () => ({ args: [{ allowed: true }] }),
    expect: own('hidden', 'hidden'),
  },
  'action endOwnSessionsAction': {
    targeted: false,
    example: () => ({ args: [{ sessionId: 987_654_321 }] }),
    expect: own('hidden', 'hidden'),
  },
  'action stepUpAction': {
    targeted: false,
    example: () => ({ args: [{}] }),
    expect: own('invalid', 'forbidden'),
  },
  'action blockAccountAction': keepers({ personId: 987_654_321, reason: 'проверка' }),
  'action unblockAccountAction': keepers({ personId: 987_654_321 }),
  'action givePositionAction': keepers({
    ...{ personId: 987_654_321, role: 'methodist', title: 'методист', startsOn: '2026-10-14' },
  }),
  'action endPositionAction': keepers({ positionId: 987_654_321, endsOn: '2026-10-14' }),
  'action blockAccountAction · oneself': {
    ...keepers({}),
    example: ({ studentId }) => ({ args: [{ personId: studentId }] }),
    expect: own('hidden', 'hidden', { admin: 'invalid' }),
  },
  'action changeRightsAction': {
    targeted: false,
    example: () => ({ args: [{ changes: [{ role: 'student', permission: 'journal.fill', granted: true }] }] }),
    expect: own('hidden', 'hidden', { admin: 'invalid' }),
  },
  'action editRegulationAction': { ...keepers({}), expect: own('hidden', 'hidden', { admin: 'invalid' }) },
  'action previewRegulationAction': { ...keepers({}), expect: own('hidden', 'hidden', { admin: 'invalid' }) },
  'action announceWorksAction': { ...keepers({}), expect: own('hidden', 'hidden', { admin: 'invalid' }) },
  'action cancelWorksAction': keepers({ id: 987_654_321 }),
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
  'action requestBackupAction': { ...keepers({ extra: true }), expect: own('hidden', 'hidden', { admin: 'invalid' }) },
  'action requestDrillAction': { ...keepers({ extra: true }), expect: own('hidden', 'hidden', { admin: 'invalid' }) },
  'action requestCheckAction': keepers({ id: 987_654_321 }),
  'action requestCollegePrintAction': {
    targeted: false,
    example: () => ({ args: [{ period: 999_999 }] }),
    expect: write(each([...managers, ...others, ...noJob, 'formerCurator', 'mustChange'], hidden)),
  },
};
