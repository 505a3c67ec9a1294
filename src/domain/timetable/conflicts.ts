import type { LocalDate } from '../types';
import { meets } from '../year/meets';
import { paritiesMeet, type TeacherTerm, type TimedSection, type WeekPlace } from './week-place';

export type ClashKind = 'group' | 'teacher' | 'room';
export type PlacedSection = TimedSection & WeekPlace;
export type Clash<Other> = { readonly kind: ClashKind; readonly other: Other };

/**
 * With what a place of the week stands in one another's way: the same group or subgroup, the same teacher, the same
 * room at one hour of weeks that meet. Journals of one stream share teacher and room by design.
 */
export function clashesOf<Other extends PlacedSection>(place: PlacedSection, others: readonly Other[]): Clash<Other>[] {
  return others.flatMap((other) => {
    if (other.weekday !== place.weekday || other.classPeriod !== place.classPeriod) return [];
    if (!paritiesMeet(place.parity, other.parity)) return [];
    const [from, to] = [later(place.startsOn, other.startsOn), earlier(place.endsOn, other.endsOn)];
    if (from > to) return [];
    const clashes: Clash<Other>[] = [];
    if (place.groupId === other.groupId && meets(place.subgroupId, other.subgroupId)) {
      clashes.push({ kind: 'group', other });
    }
    if (place.streamId !== null && place.streamId === other.streamId) return clashes;
    if (sharesTeacher(place.teachers, other.teachers, from, to)) clashes.push({ kind: 'teacher', other });
    if (place.room !== '' && place.room === other.room) clashes.push({ kind: 'room', other });
    return clashes;
  });
}

/** Nobody is in two places at once; a room may be shared (a sports hall), so that it is only told. */
export function isRefused({ kind }: { readonly kind: ClashKind }): boolean {
  return kind !== 'room';
}

function sharesTeacher(
  ours: readonly TeacherTerm[],
  theirs: readonly TeacherTerm[],
  from: LocalDate,
  to: LocalDate,
): boolean {
  const within = ({ from: start, to: end }: TeacherTerm): boolean => start <= to && (end === null || end >= from);
  return ours.some(
    (one) =>
      within(one) &&
      theirs.some(
        (other) =>
          other.teacherId === one.teacherId &&
          within(other) &&
          later(one.from, other.from) <= (one.to ?? to) &&
          later(one.from, other.from) <= (other.to ?? to),
      ),
  );
}

function later(one: LocalDate, other: LocalDate): LocalDate {
  return one.localeCompare(other) > 0 ? one : other;
}

function earlier(one: LocalDate, other: LocalDate): LocalDate {
  return one.localeCompare(other) < 0 ? one : other;
}
