import { addDays } from '@/domain/calendar/local-date';
import { always, each, type Outcome, page, type Row, row, write } from '../../support/matrix-actors';
import type { Entries } from '../../support/matrix-entries';
import type { Place } from '../../support/matrix-places';

const hidden = always('hidden');
const ownOnly = row('ok', 'hidden', 'hidden');
const everyRecord = row('ok', 'ok', 'hidden');
const managers = ['deputyDirector', 'director', 'studyOffice', 'methodist'] as const;
const family = ['student', 'parent', 'deniedParent'] as const;
const others = ['secretary', 'timetableDispatcher', 'observer', 'admin', ...family] as const;
const teaching = ['teacher', 'ownParentTeacher', 'expiredSubstitute'] as const;
const curators = ['curator', 'teacherCurator'] as const;

/** Whoever sees the group: its curator, its department's head, managers. */
const groupReaders = page({
  ...each([...curators, 'departmentHead'], ownOnly),
  ...each(managers, everyRecord),
  ...each([...others, ...teaching, 'formerCurator'], hidden),
});
const groupPage = {
  targeted: true,
  example: ({ groupId }: Place) => ({ params: { groupId } }),
  expect: groupReaders,
};

/** Only the group's curator writes; a malformed address is no group, malformed arguments are bad input. */
function curatorsWrite(own: Row, malformed: Outcome) {
  return write({
    ...each(curators, { ...own, malformed }),
    ...each([...managers, ...others, ...teaching, 'departmentHead', 'mustChange'], hidden),
    formerCurator: { ...hidden, malformed },
  });
}

const cells = (place: Place, edits: object) => ({ params: { groupId: place.groupId }, body: edits });
/** Locked periods and closed years refuse in words. */
const ofLesson = (own: Outcome) => row(own, 'hidden', 'hidden', { locked: 'invalid', closedYear: 'invalid' });

let reported = 0;
/** A day and pair that nobody has reported yet. */
function freshSpan() {
  reported += 1;
  const date = addDays('2026-10-14', reported % 40);
  const pair = 1 + (Math.floor(reported / 40) % 12);
  return { startsOn: date, endsOn: date, firstPeriod: pair, lastPeriod: pair };
}

export const curatorEntries: Entries = {
  'page /attendance/[groupId]': groupPage,
  'page /groups/[groupId]': groupPage,
  'page /groups/[groupId]/parents': groupPage,
  'PATCH /api/attendance/[groupId]/cells · reason': {
    targeted: true,
    example: (place) =>
      cells(place, { reasons: [{ lessonId: place.lessonId, studentId: place.absentId, value: 'valid', version: 0 }] }),
    expect: curatorsWrite(ofLesson('ok'), 'hidden'),
  },
  'PATCH /api/attendance/[groupId]/cells · presence': {
    targeted: true,
    example: (place) =>
      cells(place, {
        presences: [{ lessonId: place.lessonId, studentId: place.studentId, value: 'late', version: 0 }],
      }),
    // the lesson of the teaching curator is one that she substitutes: presence is hers there
    expect: {
      ...curatorsWrite(ofLesson('invalid'), 'hidden'),
      teacherCurator: { ...ofLesson('ok'), malformed: 'hidden' },
    },
  },
  'action acceptNoteAction': {
    targeted: true,
    example: ({ noteId }) => ({ args: [{ noteId, reason: 'sick' }] }),
    expect: curatorsWrite(ownOnly, 'invalid'),
  },
  'action declineNoteAction · without a word': {
    targeted: true,
    example: ({ noteId }) => ({ args: [{ noteId, reply: '' }] }),
    expect: curatorsWrite(row('invalid', 'hidden', 'hidden'), 'invalid'),
  },
  'action excuseDaysAction': {
    targeted: true,
    example: ({ groupId, absentId: studentId }) => ({
      args: [{ groupId, studentId, ...freshSpan(), reason: 'valid', document: false }],
    }),
    expect: curatorsWrite(ownOnly, 'invalid'),
  },
  'action withdrawNoteAction': {
    targeted: false,
    example: () => ({ args: [{ noteId: 999_999 }] }),
    expect: write(
      each([...managers, ...others, ...teaching, ...curators, 'departmentHead', 'formerCurator', 'mustChange'], hidden),
    ),
  },
  'action reportAbsenceAction': {
    targeted: true,
    example: ({ studentId }) => ({
      args: [{ studentId, ...freshSpan(), kind: 'sick', text: '', document: false }],
    }),
    expect: write({
      ...each(['parent', 'ownParentTeacher'], { ...ownOnly, malformed: 'invalid' }),
      deniedParent: { ...hidden, malformed: 'invalid' },
      ...each([...managers, ...curators, 'departmentHead', 'formerCurator', 'mustChange'], hidden),
      ...each(['teacher', 'expiredSubstitute', 'student'], hidden),
      ...each(['secretary', 'timetableDispatcher', 'observer', 'admin'], hidden),
    }),
  },
};
