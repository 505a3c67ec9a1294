/**
 * Functions that are given to roles (R-003, C-12). The table in the database decides; `defaultPermissions` is what a
 * fresh installation begins with. Conditions of a record (own section, own child, dates) stand in policies.ts.
 */
export const permissions = [
  'journal.viewOwn',
  'journal.viewCurated',
  'journal.viewDepartment',
  'journal.viewAll',
  'journal.fill',
  'journal.setReason',
  'grade.give',
  'diary.viewOwn',
  'diary.viewChild',
  'diary.viewCurated',
  'absence.report',
  'report.preview',
  'report.print',
  'institution.view',
  'regulation.edit',
  'institution.setUp',
  'people.enter',
  'accounts.manage',
  'orders.enter',
  'curriculum.enter',
  'load.enter',
  'timetable.enter',
  'substitution.enter',
  'year.manage',
  'scheme.enter',
  'journal.import',
  'jobs.manage',
] as const;

export type Permission = (typeof permissions)[number];

export const roles = [
  'teacher',
  'curator',
  'deputyDirector',
  'director',
  'departmentHead',
  'studyOffice',
  'secretary',
  'timetableDispatcher',
  'methodist',
  'admin',
  'student',
  'parent',
  'observer',
] as const;

export type Role = (typeof roles)[number];

export const defaultPermissions: Record<Role, readonly Permission[]> = {
  teacher: ['journal.viewOwn', 'journal.fill', 'grade.give', 'scheme.enter'],
  curator: ['journal.viewCurated', 'journal.setReason', 'diary.viewCurated', 'report.preview'],
  deputyDirector: [
    'journal.viewAll',
    'report.preview',
    'report.print',
    'curriculum.enter',
    'load.enter',
    'substitution.enter',
  ],
  director: ['journal.viewAll', 'report.preview', 'report.print'],
  departmentHead: ['journal.viewDepartment', 'report.preview'],
  studyOffice: ['journal.viewAll', 'report.preview', 'report.print', 'people.enter', 'orders.enter', 'year.manage'],
  secretary: ['people.enter', 'orders.enter'],
  timetableDispatcher: ['timetable.enter', 'substitution.enter'],
  methodist: ['journal.viewAll', 'report.preview'],
  admin: [
    'institution.view',
    'institution.setUp',
    'regulation.edit',
    'people.enter',
    'accounts.manage',
    'year.manage',
    'timetable.enter',
    'curriculum.enter',
    'load.enter',
    'jobs.manage',
  ],
  student: ['diary.viewOwn'],
  parent: ['diary.viewChild', 'absence.report'],
  observer: [],
};
