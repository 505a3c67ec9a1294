import { addDays, weekdayOf } from '@/domain/calendar/local-date';
import type { LocalDate, MarkValue } from '@/domain/types';
import type { DemoPerson } from './model';
import { type Random, random } from './random';
import { namedAbility, namedTruancy } from './students-named';

/** What makes a student: how able (0 is the middle), how often away without a good reason, ill on which days. */
export interface Character {
  ability: number;
  truancy: number;
  /** Days of illness and days away for a good reason, each with its note. */
  away: Map<LocalDate, { reason: 'sick' | 'valid'; note: string; back: LocalDate }>;
}

/** Days of one stretch away from the first to the last, with the day on which the paper comes. */
function addAway(character: Character, from: LocalDate, days: number, reason: 'sick' | 'valid', note: string): void {
  const back = addDays(from, days);
  for (let day = 0; day < days; day++) character.away.set(addDays(from, day), { reason, note, back });
}

/** A student's character over both years: a run of illness every half-year or so, single days for family reasons. */
export function characterOf(seed: string, person: DemoPerson): Character {
  const rng = random(seed, 'character', person.no);
  const name = `${person.lastName} ${person.firstName}`;
  const ability = namedAbility[name] ?? rng.normal() * 0.9;
  const truancy = namedTruancy[name] ?? Math.min(0.2, Math.exp(rng.normal() * 0.7 - 3.7 - ability * 0.45));
  const character: Character = { ability, truancy, away: new Map() };
  for (let week: LocalDate = '2025-09-01'; week < '2027-06-20'; week = addDays(week, 7)) {
    const winter = week.slice(5) > '11-01' || week.slice(5) < '04-01';
    if (rng.chance(winter ? 0.05 : 0.026)) {
      addAway(character, addDays(week, rng.int(0, 4)), rng.int(3, 10), 'sick', `справка № ${rng.int(40, 480)}`);
    } else if (rng.chance(0.045)) {
      const note = rng.pick(['заявление родителей', 'повестка', 'соревнования', 'заявление студента']);
      addAway(character, addDays(week, rng.int(0, 5)), rng.chance(0.8) ? 1 : 2, 'valid', note);
    }
  }
  return character;
}

/** Absence and lateness are likelier on Saturday, on the first and on the last пара. */
function weightOf(date: LocalDate, first: boolean, last: boolean): number {
  return (weekdayOf(date) === 6 ? 1.9 : 1) * (first ? 1.35 : 1) * (last ? 1.45 : 1);
}

export type Presence =
  | { kind: 'present' }
  | { kind: 'late' }
  | { kind: 'absent'; reason: 'sick' | 'valid' | 'invalid'; note: string | null; known: LocalDate };

/** Whether the student was at a lesson, and what the curator will learn on which day. */
export function presenceAt(
  character: Character,
  rng: Random,
  { date, first, last }: { date: LocalDate; first: boolean; last: boolean },
): Presence {
  const away = character.away.get(date);
  if (away) return { kind: 'absent', reason: away.reason, note: away.note, known: away.back };
  const roll = rng.next();
  const weight = weightOf(date, first, last);
  if (roll < character.truancy * weight) {
    return {
      kind: 'absent',
      reason: 'invalid',
      note: rng.chance(0.3) ? 'объяснительная' : null,
      known: addDays(date, rng.int(0, 3)),
    };
  }
  return roll < character.truancy * weight + (first ? 0.028 : 0.006) ? { kind: 'late' } : { kind: 'present' };
}

/** A mark: about 5 in 25, 4 in 38, 3 in 30 and 2 in 7 of a hundred; `ease` is lower for general education. */
export function markFor(character: Character, ease: number, rng: Random): MarkValue {
  const result = character.ability * 0.78 + ease + rng.normal() * 0.75;
  if (result > 0.72) return '5';
  if (result > -0.34) return '4';
  return result > -1.5 ? '3' : '2';
}
