import type { AccountState } from './accounts-view';
import type { Holder } from './holders';

/** «преподаватель», «студент ИСП-25-1», «родитель: Абдуллин Тимур». */
export function holderInWords({
  staff,
  title,
  student,
  groups,
  children,
}: Omit<Holder, 'groupIds' | 'keeper'>): string {
  if (staff) return title ?? 'сотрудник';
  if (student) return groups.length > 0 ? ['студент', ...groups].join(' ') : 'студент без группы';
  return children.length > 0 ? `родитель: ${children.join(', ')}` : 'без связи с колледжем';
}

type Facts = { accountId: number | null; blocked: boolean; issued: boolean };

export function accountState({ accountId, blocked, issued }: Facts): AccountState {
  if (accountId === null) return 'none';
  if (blocked) return 'blocked';
  return issued ? 'issued' : 'open';
}
