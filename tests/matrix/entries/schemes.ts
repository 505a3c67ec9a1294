import { always, each, everybody, page, route, write } from '../../support/matrix-actors';
import type { Case, Entries, Example } from '../../support/matrix-entries';
import type { Place } from '../../support/matrix-places';

const [seen, hidden] = [always('ok'), always('hidden')];
const managers = ['deputyDirector', 'director', 'studyOffice', 'methodist'] as const;
const teaching = ['teacher', 'ownParentTeacher', 'teacherCurator', 'expiredSubstitute'] as const;
const family = ['student', 'parent', 'deniedParent'] as const;
const others = ['secretary', 'timetableDispatcher', 'observer', 'admin', 'curator', 'departmentHead'] as const;
const strangers = [...others, ...family, 'formerCurator'] as const;

/** The approved КТП of the small world: the base is everybody's who writes КТП or reads all journals. */
const approved = ({ schemeId }: Place): Example => ({ params: { schemeId } });
const nobodys = 987_654_321;

/** Drafts, sent and returned ones and whose they are: tests/integration/schemes. Here there is no such record for anybody. */
const noScheme = (input: object, issued: 'forbidden' | 'hidden'): Case => ({
  targeted: false,
  example: () => ({ args: [input] }),
  expect: {
    ...everybody(hidden),
    ...each(['anonymous', 'blocked'], always('unsigned')),
    mustChange: always(issued),
  },
});

export const schemes: Entries = {
  'page /study/schemes': {
    targeted: false,
    example: () => ({}),
    expect: page({ ...each([...managers, ...teaching], seen), ...each(strangers, hidden) }),
  },
  'page /study/schemes/[schemeId]': {
    targeted: false,
    example: approved,
    expect: page({ ...each([...managers, ...teaching], seen), ...each(strangers, hidden) }),
  },
  'GET /api/study/schemes/[schemeId]/xlsx': {
    targeted: false,
    example: approved,
    expect: route({ ...each([...managers, ...teaching], seen), ...each(strangers, hidden) }),
  },
  'GET /api/study/schemes/[schemeId]/pdf': {
    targeted: false,
    example: approved,
    expect: route({ ...each([...managers, ...teaching], seen), ...each(strangers, hidden) }),
  },
  'GET /api/study/schemes/[schemeId]/csv': {
    targeted: false,
    example: approved,
    expect: route({ ...each([...managers, ...teaching], seen), ...each(strangers, hidden) }),
  },
  'POST /api/study/schemes/table': {
    targeted: false,
    example: () => ({ body: { topic: 1 } }),
    expect: write({
      ...each(teaching, seen),
      ...each([...managers, ...strangers], hidden),
      mustChange: always('forbidden'),
    }),
  },
  'action startSchemeAction': noScheme({ sectionId: nobodys, from: null }, 'forbidden'),
  'action saveSchemeAction': noScheme(
    { schemeId: nobodys, revision: 0, title: 'КТП', sections: [], topics: [] },
    'forbidden',
  ),
  'action sendSchemeAction': noScheme({ schemeId: nobodys, revision: 0 }, 'forbidden'),
  'action recallSchemeAction': noScheme({ schemeId: nobodys }, 'forbidden'),
  'action reviseSchemeAction': noScheme({ schemeId: nobodys }, 'forbidden'),
  'action decideSchemeAction': noScheme({ schemeId: nobodys, revision: 0, approve: true, remark: '' }, 'hidden'),
  'action noteProgrammesAction': noScheme({ itemIds: [nobodys], approvedOn: '2026-09-01' }, 'hidden'),
};
