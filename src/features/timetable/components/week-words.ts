import type { Clash, ClashKind } from '@/domain/timetable/conflicts';
import type { Parity } from '@/domain/timetable/week-place';
import type { OtherPlace } from '../week-view';

/** «числ.», «знам.»; empty for every week. */
export const parityShort: Readonly<Record<Parity, string>> = { every: '', odd: 'числ.', even: 'знам.' };

export const parityOptions: readonly (readonly [Parity, string])[] = [
  ['every', 'каждую неделю'],
  ['odd', 'числитель (нечётные недели)'],
  ['even', 'знаменатель (чётные недели)'],
];

export const weekdayHeads = [
  'Понедельник',
  'Вторник',
  'Среда',
  'Четверг',
  'Пятница',
  'Суббота',
  'Воскресенье',
] as const;

const kinds: Readonly<Record<ClashKind, string>> = {
  group: 'у группы в этот час уже стоит',
  teacher: 'преподаватель занят:',
  room: 'аудитория занята:',
};

/** «преподаватель занят: ПКД-26-1, «Физика»» */
export function clashInWords({ kind, other }: Clash<Pick<OtherPlace, 'group' | 'course'>>): string {
  const lesson = other.course ? `«${other.course}»` : '';
  const where = kind === 'group' ? [lesson] : [other.group, lesson];
  return `${kinds[kind]} ${where.filter(Boolean).join(', ')}`;
}
