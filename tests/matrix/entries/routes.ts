import { randomUUID } from 'node:crypto';
import { always, each, everybody, route, row, write } from '../../support/matrix-actors';
import type { Entries } from '../../support/matrix-entries';
import type { Place } from '../../support/matrix-places';
import { groupPaper } from './reports';

const hidden = always('hidden');
const ownOnly = row('ok', 'hidden', 'hidden');
const everyRecord = row('ok', 'ok', 'hidden');
/** Writes what is his own; a locked period and a closed year refuse him in words. */
const ownWrite = row('ok', 'hidden', 'hidden', { malformed: 'hidden', locked: 'invalid', closedYear: 'invalid' });
/** The right to write sleeps until the password is an own one; a malformed address is none for anybody. */
const sleeping = { ...always('forbidden'), malformed: 'hidden' } as const;
/** Sees the journal, writes none of this: a lock is told first. */
const readsOnly = row('hidden', 'hidden', 'hidden', { locked: 'invalid', closedYear: 'invalid' });

const managers = ['deputyDirector', 'director', 'studyOffice', 'methodist'] as const;
const family = ['student', 'parent', 'deniedParent'] as const;
const others = ['secretary', 'timetableDispatcher', 'observer', 'admin', ...family] as const;

const journalReaders = route({
  ...each(['teacher', 'curator', 'teacherCurator', 'ownParentTeacher', 'departmentHead'], ownOnly),
  ...each(managers, everyRecord),
  ...each([...others, 'expiredSubstitute', 'formerCurator'], hidden),
});

const paperReaders = route({
  ...each(['curator', 'teacherCurator', 'departmentHead'], ownOnly),
  ...each(managers, everyRecord),
  ...each([...others, 'teacher', 'ownParentTeacher', 'expiredSubstitute', 'formerCurator'], hidden),
});

const fillers = write({
  ...each(['teacher', 'ownParentTeacher', 'teacherCurator'], ownWrite),
  ...each([...managers, ...others, 'departmentHead', 'expiredSubstitute', 'formerCurator'], hidden),
  curator: readsOnly,
  mustChange: sleeping,
});

const cells = (place: Place, edits: object) => ({ params: { sectionId: place.sectionId }, body: edits });

export const routes: Entries = {
  'POST /api/credentials/slips': {
    targeted: true,
    example: ({ absentId }) => ({ body: { requestKey: randomUUID(), people: [{ personId: absentId }] } }),
    expect: write({
      ...each(['curator', 'teacherCurator'], { ...ownOnly, malformed: 'invalid' }),
      admin: { ...everyRecord, malformed: 'invalid' },
      ...each(['deputyDirector', 'studyOffice'], { ...hidden, malformed: 'invalid' }),
      ...each(['director', 'methodist', 'secretary', 'timetableDispatcher', 'observer', ...family], hidden),
      ...each(['teacher', 'ownParentTeacher', 'departmentHead', 'expiredSubstitute'], hidden),
      formerCurator: { ...hidden, malformed: 'invalid' },
      mustChange: hidden,
    }),
  },
  'GET /api/session': {
    targeted: false,
    example: () => ({}),
    expect: {
      ...everybody(always('ok')),
      ...each(['anonymous', 'blocked'], always('unsigned')),
      mustChange: always('forbidden'),
    },
  },
  'PATCH /api/journal/[sectionId]/cells · presence': {
    targeted: true,
    example: (place) =>
      cells(place, {
        presences: [{ lessonId: place.lessonId, studentId: place.studentId, value: 'late', version: 0 }],
      }),
    expect: { ...fillers, curator: { ...ownWrite, own: 'invalid' } },
  },
  'PATCH /api/journal/[sectionId]/cells · mark': {
    targeted: true,
    example: (place) => {
      const { lessonId, studentId, assignmentId: assignment } = place;
      return cells(place, { marks: [{ lessonId, studentId, assignment, value: '5', required: false, version: 0 }] });
    },
    expect: fillers,
  },
  'PATCH /api/journal/[sectionId]/cells · topic': {
    targeted: true,
    example: (place) => cells(place, { lessons: [{ lessonId: place.lessonId, version: 0, topic: 'Циклы' }] }),
    expect: fillers,
  },
  'PATCH /api/journal/[sectionId]/cells · reason': {
    targeted: true,
    example: (place) =>
      cells(place, {
        reasons: [{ lessonId: place.lessonId, studentId: place.absentId, value: 'valid', version: 0 }],
      }),
    expect: write({
      ...each(['curator', 'teacherCurator'], ownWrite),
      ...each([...managers, ...others, 'departmentHead', 'expiredSubstitute', 'formerCurator'], hidden),
      ...each(['teacher', 'ownParentTeacher'], { ...ownWrite, own: 'invalid' }),
      mustChange: sleeping,
    }),
  },
  'PATCH /api/journal/[sectionId]/cells · grade': {
    targeted: true,
    example: (place) =>
      cells(place, {
        grades: [
          {
            studentId: place.studentId,
            periodId: place.periodId,
            version: 0,
            value: '4',
            reason: 'дополнительная работа',
          },
        ],
      }),
    expect: write({
      ...each(['teacher', 'ownParentTeacher'], ownWrite),
      ...each([...managers, ...others, 'departmentHead', 'expiredSubstitute', 'formerCurator'], hidden),
      ...each(['curator', 'teacherCurator'], readsOnly),
      mustChange: sleeping,
    }),
  },
  'GET /api/journal/[sectionId]/history': {
    targeted: true,
    example: ({ sectionId, lessonId, studentId }) => ({
      params: { sectionId },
      query: { lesson: lessonId, student: studentId },
    }),
    expect: journalReaders,
  },
  'GET /api/reports/[reportId]/pdf': {
    targeted: true,
    example: ({ printCode }) => ({ params: { reportId: 'period-ledger' }, query: { print: printCode } }),
    expect: paperReaders,
  },
  'GET /api/reports/[reportId]/xlsx': {
    targeted: true,
    example: ({ groupId }) => ({ params: { reportId: 'period-ledger' }, query: { group: groupId } }),
    expect: groupPaper,
  },
  'GET /api/reports/[reportId]/csv': {
    targeted: true,
    example: ({ groupId }) => ({ params: { reportId: 'summary-ledger' }, query: { group: groupId } }),
    expect: groupPaper,
  },
  'GET /api/jobs/[jobId]/file': {
    targeted: false,
    example: () => ({ params: { jobId: 999_999 } }),
    expect: route({
      ...each([...managers, ...others, 'teacher', 'ownParentTeacher', 'teacherCurator', 'curator'], hidden),
      ...each(['departmentHead', 'expiredSubstitute', 'formerCurator'], hidden),
    }),
  },
  'POST /api/reports/[reportId]/print · unknown report': {
    targeted: false,
    example: ({ groupId }) => ({ params: { reportId: 'no-such-report' }, body: { group: groupId } }),
    expect: write({
      ...each([...managers, ...others, 'teacher', 'ownParentTeacher', 'teacherCurator', 'curator'], hidden),
      ...each(['departmentHead', 'expiredSubstitute', 'formerCurator', 'mustChange'], hidden),
    }),
  },
  'GET /api/health': { targeted: false, example: () => ({}), expect: everybody(always('ok')) },
  'GET /.well-known/security.txt': { targeted: false, example: () => ({}), expect: everybody(always('ok')) },
  ...unknownAddresses(),
};

/** An address that the interface does not know answers everybody alike. */
function unknownAddresses(): Entries {
  const one = { targeted: false, example: () => ({ params: { rest: 'no/such/thing' } }), expect: everybody(hidden) };
  return Object.fromEntries(['GET', 'POST', 'PATCH', 'DELETE'].map((method) => [`${method} /api/[...rest]`, one]));
}
