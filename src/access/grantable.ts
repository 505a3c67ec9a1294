import type { Permission, Role } from './permissions';

const families: ReadonlySet<Permission> = new Set([
  'diary.viewOwn',
  'diary.viewChild',
  'absence.report',
  'people.request',
]);
const observing: ReadonlySet<Permission> = new Set([
  'journal.viewAll',
  'report.preview',
  'institution.view',
  'audit.view',
]);
const ofStudent: ReadonlySet<Permission> = new Set(['diary.viewOwn']);
const ofParent: ReadonlySet<Permission> = new Set(['diary.viewChild', 'absence.report', 'people.request']);

/**
 * Whether a function can be given to a role at all (R-003, R-008…R-011): students and parents hold those of their own
 * cabinet, nobody else does, and an observer reads only.
 */
export function isGrantable(role: Role, permission: Permission): boolean {
  if (role === 'student') return ofStudent.has(permission);
  if (role === 'parent') return ofParent.has(permission);
  if (role === 'observer') return observing.has(permission);
  return !families.has(permission);
}

/** What keeps the journal mendable: the administrator's own hold on rights and accounts is never taken away. */
export function isFixed(role: Role, permission: Permission): boolean {
  return role === 'admin' && (permission === 'rights.edit' || permission === 'accounts.manage');
}
