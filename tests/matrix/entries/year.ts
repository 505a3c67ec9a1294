import { type ActorName, always, each, everybody, page, route } from '../../support/matrix-actors';
import type { Case, Entries } from '../../support/matrix-entries';

const [seen, hidden] = [always('ok'), always('hidden')];
const others = [
  ...(['teacher', 'curator', 'director', 'departmentHead', 'secretary', 'timetableDispatcher', 'methodist'] as const),
  ...(['student', 'parent', 'observer', 'expiredSubstitute', 'formerCurator', 'deniedParent'] as const),
  ...(['teacherCurator', 'ownParentTeacher'] as const),
] as const;

/** An act on the year: these get as far as their empty input, for everybody else nothing is there. */
const keptBy = (...names: ActorName[]): Case => ({
  targeted: false,
  example: () => ({ args: [{}] }),
  expect: {
    ...everybody(hidden),
    ...each(['anonymous', 'blocked'], always('unsigned')),
    ...each(names, always('invalid')),
  },
});

/** The academic year: its page, its acts, how far they have come. */
export const year: Entries = {
  'page /year': {
    targeted: false,
    example: () => ({}),
    expect: page({ ...each(others, hidden), ...each(['deputyDirector', 'studyOffice', 'admin'], seen) }),
  },
  'GET /api/year/[yearId]/work': {
    targeted: false,
    example: () => ({ params: { yearId: 1 } }),
    expect: route({ ...each([...others, 'deputyDirector'], hidden), ...each(['studyOffice', 'admin'], seen) }),
  },
  'action lockPeriodsAction': keptBy('deputyDirector', 'studyOffice', 'admin'),
  'action reopenPeriodAction': keptBy('deputyDirector', 'admin'),
  'action endReopeningAction': keptBy('deputyDirector', 'admin'),
  'action closeYearAction': keptBy('studyOffice', 'admin'),
  'action undoClosingAction': keptBy('studyOffice', 'admin'),
  'action openNextYearAction': keptBy('studyOffice', 'admin'),
};
