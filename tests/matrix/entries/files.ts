import { always, each, route, row, write } from '../../support/matrix-actors';
import type { Entries } from '../../support/matrix-entries';

const hidden = always('hidden');
const ownOnly = row('ok', 'hidden', 'hidden');
const everyRecord = row('ok', 'ok', 'hidden');
/** Writes what is his own; a locked period and a closed year refuse him in words. */
const ownWrite = row('ok', 'hidden', 'hidden', { malformed: 'hidden', locked: 'invalid', closedYear: 'invalid' });

const managers = ['deputyDirector', 'director', 'studyOffice', 'methodist'] as const;
const teaching = ['teacher', 'teacherCurator', 'ownParentTeacher'] as const;
const others = ['secretary', 'timetableDispatcher', 'observer', 'admin'] as const;
const former = ['expiredSubstitute', 'formerCurator'] as const;

const journalReaders = {
  ...each([...teaching, 'curator', 'departmentHead'], ownOnly),
  ...each(managers, everyRecord),
  ...each([...others, ...former], hidden),
};

const fillers = write({
  ...each(teaching, ownWrite),
  ...each(
    [...managers, ...others, ...former, 'departmentHead', 'curator', 'student', 'parent', 'deniedParent'],
    hidden,
  ),
  mustChange: { ...always('forbidden'), malformed: 'hidden' },
});

export const fileEntries: Entries = {
  'POST /api/files': {
    targeted: true,
    example: ({ sectionId: section, lessonId: lesson }) => ({
      query: { section, lesson, part: 'material', name: 'matrix.txt' },
      body: {},
    }),
    expect: fillers,
  },
  'DELETE /api/files/[id]': {
    targeted: true,
    example: ({ spareFileKey }) => ({ params: { id: spareFileKey } }),
    expect: fillers,
  },
  /** The parent's other child studies in the foreign group. */
  'GET /api/files/[id]': {
    targeted: true,
    example: ({ fileKey }) => ({ params: { id: fileKey } }),
    expect: route({ ...journalReaders, student: ownOnly, parent: everyRecord, deniedParent: hidden }),
  },
  'GET /api/journal/[sectionId]/files': {
    targeted: true,
    example: ({ sectionId, lessonId }) => ({ params: { sectionId }, query: { lesson: lessonId } }),
    expect: route({ ...journalReaders, ...each(['student', 'parent', 'deniedParent'], hidden) }),
  },
  'GET /api/guides/[picture]': {
    targeted: false,
    example: () => ({ params: { picture: 'teacher-journal.png' } }),
    expect: route({
      ...each([...teaching, ...managers, ...others, ...former], always('ok')),
      ...each(['curator', 'departmentHead', 'student', 'parent', 'deniedParent'], always('ok')),
    }),
  },
  'GET /api/search': {
    targeted: false,
    example: () => ({ query: { q: 'исп' } }),
    expect: route({
      ...each([...teaching, ...managers, ...former, 'curator', 'departmentHead'], always('ok')),
      ...each([...others, 'student', 'parent', 'deniedParent'], hidden),
    }),
  },
};
