/** Roles that a position gives; student and parent are what somebody is. */
export const staffRoles = [
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
  'observer',
] as const;
