import { groupBy } from '@/domain/year/group-by';
import type { FixedLesson } from '@/domain/year/lay-out';
import { sameWeekdayNextYear, shiftWithin } from '@/domain/year/next-calendar';
import { nextTimetable, type PlacedEntry } from '@/domain/year/next-timetable';
import { setTimetable } from '@/features/timetable/set-timetable';
import type { Db } from '@/server/db';
import { chunks } from './chunks';
import type { NextYear } from './open-calendar';
import type { OpenedSection } from './open-load';
import type { Within } from './within';

type FormerEntry = Omit<PlacedEntry, 'periodId'> & { startsOn: string; endsOn: string };
type FormerLesson = FixedLesson & { periodId: number };

export type Week = {
  entries: (PlacedEntry & { entryId: number })[];
  dropped: number;
  fixed: ReadonlyMap<number, FixedLesson[]>;
};

/**
 * The weeks as each period ended with them, copied into the new year; where a model had lessons without a timetable (practice), they are
 * moved 52 weeks on, by new period. A week that another replaced in the middle of a period stays behind.
 */
export async function openTimetable(
  tx: Db,
  within: Within,
  { year, sections }: { year: NextYear; sections: readonly OpenedSection[] },
): Promise<Week> {
  const modelIds = [...new Set(sections.flatMap(({ modelId }) => modelId ?? []))];
  const former = await tx.$queryRaw<FormerEntry[]>`
    SELECT e.section_id AS "sectionId", e.weekday::int, e.class_period::int AS "classPeriod", e.parity, e.room, e.starts_on::text AS "startsOn",
      e.ends_on::text AS "endsOn"
    FROM timetable_entry e WHERE e.section_id = ANY (${modelIds}::int[]) AND e.removed_at IS NULL AND NOT EXISTS (
      SELECT 1 FROM timetable_entry later JOIN academic_period p ON p.kind <> 'year' AND later.starts_on BETWEEN p.starts_on AND p.ends_on
        AND e.starts_on BETWEEN p.starts_on AND p.ends_on
      WHERE later.section_id = e.section_id AND later.removed_at IS NULL AND later.starts_on > e.ends_on)
    ORDER BY e.weekday, e.class_period, e.id`;
  const weeks = groupBy(
    former.flatMap((entry) => shifted(entry, year)),
    ({ sectionId }) => sectionId,
  );
  const timed = sections.map(({ modelId, hours, ...section }) => ({
    ...section,
    periodIds: [...hours.keys()],
    week: weeks.get(modelId ?? 0) ?? [],
  }));
  const { entries, dropped } = nextTimetable(timed);
  const placed: Week['entries'] = [];
  for (const part of chunks(entries, 1000)) {
    const { ids } = await within(setTimetable, { entries: part.map(({ periodId: _, ...entry }) => entry) });
    for (const [place, entry] of part.entries()) placed.push({ ...entry, entryId: ids[place] ?? 0 });
  }
  return { entries: placed, dropped, fixed: await fixedLessons(tx, year, sections, weeks) };
}

function shifted({ startsOn, endsOn, ...entry }: FormerEntry, { periods }: NextYear): PlacedEntry[] {
  const home = periods.find(({ old }) => old.kind !== 'year' && old.startsOn <= startsOn && startsOn <= old.endsOn);
  if (!home) return [];
  const [from, to] = [shiftWithin(startsOn, home.old), shiftWithin(endsOn, home.old)];
  return [{ ...entry, periodId: home.next.id, startsOn: from, endsOn: to }];
}

async function fixedLessons(
  tx: Db,
  { periods }: NextYear,
  sections: readonly OpenedSection[],
  weeks: ReadonlyMap<number, readonly PlacedEntry[]>,
): Promise<Map<number, FixedLesson[]>> {
  const modelIds = [
    ...new Set(sections.flatMap(({ modelId, teacherId }) => (teacherId === null ? [] : (modelId ?? [])))),
  ];
  const lessons = await tx.$queryRaw<FormerLesson[]>`
    SELECT section_id AS "sectionId", period_id AS "periodId", date::text, class_period::int AS "classPeriod", room FROM lesson
    WHERE section_id = ANY (${modelIds}::int[]) AND timetable_entry_id IS NULL AND state <> 'cancelled' ORDER BY date, class_period, section_id`;
  const byModel = groupBy(lessons, ({ sectionId }) => sectionId);
  const next = new Map(periods.map(({ old, next: period }) => [old.id, period]));
  const fixed = new Map<number, FixedLesson[]>();
  for (const { sectionId, modelId, teacherId } of sections) {
    if (teacherId === null) continue;
    for (const { periodId, date, classPeriod, room } of byModel.get(modelId ?? 0) ?? []) {
      const period = next.get(periodId);
      const weekly = weeks.get(modelId ?? 0)?.some((entry) => entry.periodId === period?.id);
      if (!period || weekly) continue;
      const lesson = { sectionId, date: sameWeekdayNextYear(date), classPeriod, room };
      fixed.set(period.id, [...(fixed.get(period.id) ?? []), lesson]);
    }
  }
  return fixed;
}
