import type { Actor } from './actor';
import type { Role } from './permissions';

const families: ReadonlySet<Role> = new Set(['student', 'parent', 'observer']);

/** Whether somebody works in the college, whatever else he is there: what is written to the staff is written to him. */
export function isStaff({ roles }: Pick<Actor, 'roles'>): boolean {
  return roles.some((role) => !families.has(role));
}
