import type { Regulation } from '@/domain/regulation/regulation';
import { type Actor, can } from './actor';

/** On what it depends who may give somebody a password. */
export type Holder = {
  staff: boolean;
  /** Holds functions of the administrator: only who holds them may reset his password. */
  keeper: boolean;
  /** Groups of the student, or of the parent's children. */
  groupIds: readonly number[];
};

type Setting = Regulation['credentials'];

/** Whether the actor may give this person a login and a one-time password (C-11, R-004…R-006). */
export function mayIssueTo(actor: Actor, holder: Holder, setting: Setting): boolean {
  if (actor.kind === 'system') return true;
  if (!can(actor, 'credentials.issue') || (holder.keeper && !can(actor, 'accounts.manage'))) return false;
  return setting[holder.staff ? 'staff' : 'families'].some((role) => {
    if (!actor.roles.includes(role)) return false;
    return role !== 'curator' || (!holder.staff && holder.groupIds.some((group) => actor.curates.includes(group)));
  });
}

/** Whether the actor gives passwords to the staff. */
export function issuesToStaff(actor: Actor, { staff }: Setting): boolean {
  return can(actor, 'credentials.issue') && staff.some((role) => role !== 'curator' && actor.roles.includes(role));
}

/** Groups whose students and parents the actor may give passwords to: every one, or these. */
export function issuableGroups(actor: Actor, setting: Setting): 'every' | readonly number[] {
  if (!can(actor, 'credentials.issue')) return [];
  const roles = setting.families.filter((role) => actor.roles.includes(role));
  if (roles.some((role) => role !== 'curator')) return 'every';
  return roles.length > 0 ? actor.curates : [];
}
