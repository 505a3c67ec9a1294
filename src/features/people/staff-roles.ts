import { type Role, roles } from '@/access/permissions';

/** Roles that a position gives; student and parent are what somebody is. */
export type StaffRole = Exclude<Role, 'student' | 'parent'>;

export const staffRoles = roles.filter((role): role is StaffRole => role !== 'student' && role !== 'parent');
