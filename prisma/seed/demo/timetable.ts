import type { DemoEntry, DemoSection, Parity } from './model';
import type { Random } from './random';

/** Days of six weekdays: which пары a group has. Eighteen a week, no gap within a day. */
const profiles: readonly (readonly (readonly [first: number, last: number])[])[] = [
  [
    [1, 3],
    [1, 3],
    [1, 3],
    [1, 4],
    [1, 3],
    [1, 2],
  ],
  [
    [1, 4],
    [1, 3],
    [1, 3],
    [1, 3],
    [1, 3],
    [1, 2],
  ],
  [
    [1, 3],
    [1, 4],
    [1, 3],
    [1, 3],
    [1, 3],
    [1, 2],
  ],
  [
    [1, 3],
    [1, 3],
    [1, 4],
    [1, 3],
    [1, 3],
    [1, 2],
  ],
  [
    [2, 4],
    [1, 4],
    [1, 3],
    [1, 3],
    [1, 3],
    [1, 2],
  ],
  [
    [1, 3],
    [1, 3],
    [2, 4],
    [1, 3],
    [1, 4],
    [1, 2],
  ],
  [
    [1, 3],
    [1, 3],
    [1, 3],
    [2, 4],
    [1, 4],
    [1, 2],
  ],
  [
    [1, 4],
    [1, 3],
    [1, 3],
    [1, 3],
    [2, 4],
    [1, 2],
  ],
];

const pairsInDay = 5;

/** What stands in one place of the week: one course, its subgroups side by side, or two courses by turns. */
interface Unit {
  parts: { section: DemoSection; parity: Parity }[];
  /** Teachers busy in odd and in even weeks. */
  odd: number[];
  even: number[];
}

interface Place {
  group: number;
  slot: number;
  unit: Unit;
  pinned: boolean;
}

function unitOf(parts: Unit['parts']): Unit {
  const busy = (week: Parity): number[] =>
    parts.filter(({ parity }) => parity === 'every' || parity === week).map(({ section }) => section.teacher);
  return { parts, odd: busy('odd'), even: busy('even') };
}

/** The units of a group in a semester: subgroups of a course go together, halves of a пара are joined in twos. */
function unitsOf(sections: readonly DemoSection[], half: 1 | 2): Unit[] {
  const byCourse = new Map<string, DemoSection[]>();
  for (const section of sections) {
    const known = byCourse.get(section.course.index);
    if (known) known.push(section);
    else byCourse.set(section.course.index, [section]);
  }
  const units: Unit[] = [];
  const halfUnits: DemoSection[][] = [];
  for (const together of byCourse.values()) {
    const pairs = together[0]?.halves.find((row) => row.half === half)?.pairsPerWeek ?? 0;
    for (let count = 0; count < Math.floor(pairs); count++) {
      units.push(unitOf(together.map((section) => ({ section, parity: 'every' }))));
    }
    if (pairs % 1 > 0) halfUnits.push(together);
  }
  for (let place = 0; place < halfUnits.length; place += 2) {
    const odd = (halfUnits[place] ?? []).map((section) => ({ section, parity: 'odd' as const }));
    const even = (halfUnits[place + 1] ?? []).map((section) => ({ section, parity: 'even' as const }));
    units.push(unitOf([...odd, ...even]));
  }
  return units;
}

/** How many units each teacher has in each slot of odd and even weeks. */
class Occupancy {
  private readonly odd = new Map<number, Int16Array>();
  private readonly even = new Map<number, Int16Array>();

  private row(table: Map<number, Int16Array>, teacher: number): Int16Array {
    const known = table.get(teacher);
    if (known) return known;
    const made = new Int16Array(6 * pairsInDay);
    table.set(teacher, made);
    return made;
  }

  change(unit: Unit, slot: number, by: 1 | -1): void {
    for (const teacher of unit.odd) this.row(this.odd, teacher)[slot] = (this.row(this.odd, teacher)[slot] ?? 0) + by;
    for (const teacher of unit.even)
      this.row(this.even, teacher)[slot] = (this.row(this.even, teacher)[slot] ?? 0) + by;
  }

  /** Double bookings that the unit has in the slot, or would have, when it is not counted there itself. */
  clashes(unit: Unit, slot: number, own: 0 | 1): number {
    let count = 0;
    for (const teacher of unit.odd) count += Math.max(0, (this.row(this.odd, teacher)[slot] ?? 0) - own);
    for (const teacher of unit.even) count += Math.max(0, (this.row(this.even, teacher)[slot] ?? 0) - own);
    return count;
  }
}

function slotsOf(profile: number): number[] {
  return (profiles[profile % profiles.length] ?? []).flatMap(([first, last], day) =>
    Array.from({ length: last - first + 1 }, (_, place) => day * pairsInDay + first + place - 1),
  );
}

const slotOf = (text: string): number => {
  const [weekday = 1, pair = 1] = text.split('.').map(Number);
  return (weekday - 1) * pairsInDay + pair - 1;
};

/** Puts the units of a group into its slots: those chosen by hand first, the rest at random. */
function placeGroup(
  group: number,
  units: Unit[],
  slots: number[],
  pins: (index: string) => string[],
  rng: Random,
): Place[] {
  const free = new Set(slots);
  const placed: Place[] = [];
  const rest: Unit[] = [];
  const used = new Map<string, number>();
  for (const unit of units) {
    const index = unit.parts[0]?.section.course.index ?? '';
    const number = used.get(index) ?? 0;
    used.set(index, number + 1);
    const pin = unit.parts.every(({ parity }) => parity === 'every') ? pins(index)[number] : undefined;
    if (pin === undefined) rest.push(unit);
    else {
      const slot = slotOf(pin);
      if (!free.delete(slot)) throw new Error(`the place ${pin} is not in the group's week`);
      placed.push({ group, slot, unit, pinned: true });
    }
  }
  const left = rng.shuffle([...free]);
  for (const [place, unit] of rest.entries()) placed.push({ group, slot: left[place] ?? 0, unit, pinned: false });
  return placed;
}

/** The same course twice on one day weighs a little. */
function sameDay(places: readonly Place[], place: Place, slot: number): number {
  const day = Math.floor(slot / pairsInDay);
  const indexes = place.unit.parts.map(({ section }) => section.course.index);
  return places.filter(
    (other) =>
      other !== place &&
      Math.floor(other.slot / pairsInDay) === day &&
      other.unit.parts.some(({ section }) => indexes.includes(section.course.index)),
  ).length;
}

export interface TimetableTask {
  half: 1 | 2;
  /** Sections by group, and where some of them must stand: «weekday.пара» by index. */
  groups: { sections: DemoSection[]; pins: (index: string) => string[] }[];
}

/**
 * The week of a semester: each group's units in its own slots, no teacher twice at one time. Min-conflicts: the place that
 * clashes most changes with the best other place of its group. Throws when it finds no way.
 */
export function solveTimetable(task: TimetableTask, rng: Random): DemoEntry[] {
  const occupancy = new Occupancy();
  const byGroup = task.groups.map(({ sections, pins }, group) => {
    const pinned = sections.some(({ course }) => pins(course.index).length > 0);
    const slots = slotsOf(pinned ? group % 4 : group);
    return placeGroup(group, unitsOf(sections, task.half), slots, pins, rng);
  });
  for (const { unit, slot } of byGroup.flat()) occupancy.change(unit, slot, 1);
  const movable = byGroup.flat().filter(({ pinned }) => !pinned);
  const cost = (place: Place, slot: number, own: 0 | 1): number =>
    occupancy.clashes(place.unit, slot, own) * 4 + sameDay(byGroup[place.group] ?? [], place, slot);
  for (let round = 0; round < 400; round++) {
    const clashing = byGroup.flat().filter((place) => occupancy.clashes(place.unit, place.slot, 1) > 0);
    const untidy = movable.filter((place) => sameDay(byGroup[place.group] ?? [], place, place.slot) > 0);
    if (clashing.length === 0 && (untidy.length === 0 || round > 60)) return entriesOf(byGroup.flat(), task.half);
    const candidates = clashing.length > 0 ? clashing.flatMap((place) => rivals(place, movable)) : untidy;
    for (const place of rng.shuffle(candidates)) improve(place, byGroup[place.group] ?? [], occupancy, cost, rng);
  }
  throw new Error(`no timetable for half ${task.half}`);
}

/** The places that could give way: the clashing one itself, or, when it is pinned, whoever stands against it. */
function rivals(place: Place, movable: readonly Place[]): Place[] {
  if (!place.pinned) return [place];
  const teachers = new Set([...place.unit.odd, ...place.unit.even]);
  return movable.filter(
    ({ slot, unit }) => slot === place.slot && [...unit.odd, ...unit.even].some((teacher) => teachers.has(teacher)),
  );
}

function improve(
  place: Place,
  own: readonly Place[],
  occupancy: Occupancy,
  cost: (place: Place, slot: number, own: 0 | 1) => number,
  rng: Random,
): void {
  let best: { other: Place; gain: number } | null = null;
  for (const other of own) {
    if (other === place || other.pinned || other.slot === place.slot) continue;
    const now = cost(place, place.slot, 1) + cost(other, other.slot, 1);
    const then = cost(place, other.slot, 0) + cost(other, place.slot, 0);
    const gain = now - then + rng.next() * 1.5 - 0.5;
    if (!best || gain > best.gain) best = { other, gain };
  }
  if (!best || best.gain < 0) return;
  const { other } = best;
  occupancy.change(place.unit, place.slot, -1);
  occupancy.change(other.unit, other.slot, -1);
  [place.slot, other.slot] = [other.slot, place.slot];
  occupancy.change(place.unit, place.slot, 1);
  occupancy.change(other.unit, other.slot, 1);
}

function entriesOf(places: readonly Place[], half: 1 | 2): DemoEntry[] {
  return places.flatMap(({ slot, unit }) =>
    unit.parts.map(({ section, parity }) => ({
      section: section.no,
      half,
      weekday: Math.floor(slot / pairsInDay) + 1,
      pair: (slot % pairsInDay) + 1,
      parity,
    })),
  );
}
