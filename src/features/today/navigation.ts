import { type Actor, can, canAny } from '@/access/actor';
import { studyPlacesOf } from '@/features/study-office/study-places';
import { roleLabels } from '@/texts/labels';
import type { NavItem } from '@/ui/nav-links';

const journals = ['journal.viewOwn', 'journal.viewCurated', 'journal.viewDepartment', 'journal.viewAll'] as const;

/** Sections of the strip: only those that the actor's permissions and the profile open (T-031). */
export function navigationFor(actor: Actor, { givesSlips } = { givesSlips: false }): NavItem[] {
  const items: NavItem[] = [];
  if (canAny(actor, ['journal.fill', 'journal.setReason'])) items.push({ href: '/', label: 'Сегодня' });
  else if (canAny(actor, journals)) items.push({ href: '/', label: 'Группы' });
  else if (can(actor, 'institution.view')) items.push({ href: '/admin', label: 'Учреждение' });
  const [group] = actor.curates;
  if (can(actor, 'journal.viewCurated') && group !== undefined) {
    items.push({ href: `/attendance/${group}`, label: actor.curates.length > 1 ? 'Мои группы' : 'Моя группа' });
  }
  if (canAny(actor, journals)) items.push({ href: '/journal', label: 'Журнал' });
  if (can(actor, 'timetable.view')) items.push({ href: '/timetable', label: 'Расписание' });
  if (can(actor, 'report.preview')) items.push({ href: '/reports', label: 'Отчёты', anew: true });
  if (studyPlacesOf(actor).length > 0) items.push({ href: '/study', label: 'Учебная часть' });
  if (canAny(actor, ['period.lock', 'period.reopen', 'year.manage']))
    items.push({ href: '/year', label: 'Учебный год' });
  if (canAny(actor, ['diary.viewOwn', 'diary.viewChild'])) items.push({ href: '/diary', label: 'Дневник' });
  if (can(actor, 'accounts.manage')) items.push({ href: '/admin/accounts', label: 'Учётные записи' });
  else if (givesSlips) items.push({ href: '/reports/credential-slips', label: 'Доступ' });
  if (can(actor, 'rights.edit')) items.push({ href: '/admin/rights', label: 'Права' });
  if (can(actor, 'audit.view')) items.push({ href: '/admin/audit', label: 'Аудит' });
  return items;
}

/** «преподаватель, куратор»: the actor's roles as the strip names them. */
export function rolesInWords(actor: Actor): string {
  return actor.roles.map((role) => roleLabels[role]).join(', ');
}
