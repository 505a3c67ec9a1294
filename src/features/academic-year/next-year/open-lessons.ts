import { studyCalendar } from '@/domain/calendar/school-days';
import type { Regulation } from '@/domain/regulation/regulation';
import { groupBy } from '@/domain/year/group-by';
import { type LaidLesson, layOut } from '@/domain/year/lay-out';
import { layLessons } from '@/features/timetable/lay-lessons';
import type { Db } from '@/server/db';
import { chunks } from './chunks';
import type { NextYear } from './open-calendar';
import type { OpenedSection } from './open-load';
import type { Week } from './open-timetable';
import type { Within } from './within';

type Laying = {
  year: NextYear;
  sections: readonly OpenedSection[];
  week: Week;
  regulation: Pick<Regulation, 'lessonHours' | 'lessonTypes'>;
};

/** Lays the lessons of the new year; the type of each is that of the topic whose turn it is. Answers how many. */
export async function openLessons(tx: Db, within: Within, laying: Laying): Promise<number> {
  const lessons = lessonsOf(laying);
  const types = await typesInTurn(tx, laying.sections);
  const usual = laying.regulation.lessonTypes[0]?.id ?? '';
  const known = new Set(laying.regulation.lessonTypes.map(({ id }) => id));
  const turn = new Map<number, number>();
  const typed = lessons.map(({ entryId: timetableEntryId, ...lesson }) => {
    const place = turn.get(lesson.sectionId) ?? 0;
    turn.set(lesson.sectionId, place + 1);
    const type = types.get(lesson.sectionId)?.[place] ?? usual;
    return { ...lesson, timetableEntryId, lessonType: known.has(type) ? type : usual };
  });
  for (const part of chunks(typed, 2000)) await within(layLessons, { lessons: part });
  return typed.length;
}

function lessonsOf({ year, sections, week, regulation }: Laying): LaidLesson[] {
  const calendar = studyCalendar(6, year.exceptions);
  const entries = groupBy(week.entries, ({ periodId }) => periodId);
  return year.periods.flatMap(({ next }) => {
    if (next.kind === 'year') return [];
    return layOut({
      ...{ periodId: next.id, startsOn: next.startsOn, endsOn: next.endsOn, calendar },
      sections: sections.flatMap(({ sectionId, groupId, subgroupId, teacherId, hours }) => {
        const planned = hours.get(next.id);
        return teacherId === null || planned === undefined
          ? []
          : [{ sectionId, groupId, subgroupId, teacherId, hours: planned }];
      }),
      entries: entries.get(next.id) ?? [],
      fixed: week.fixed.get(next.id) ?? [],
      lessonHours: regulation.lessonHours.usual,
    });
  });
}

async function typesInTurn(tx: Db, sections: readonly OpenedSection[]): Promise<Map<number, string[]>> {
  const schemeIds = [...new Set(sections.flatMap(({ schemeId }) => schemeId ?? []))];
  const topics = await tx.$queryRaw<{ schemeId: number; types: string[] }[]>`
    SELECT scheme_id AS "schemeId", array_agg(lesson_type ORDER BY ordinal) AS types FROM planned_topic
    WHERE scheme_id = ANY (${schemeIds}::int[]) GROUP BY scheme_id`;
  const byScheme = new Map(topics.map(({ schemeId, types }) => [schemeId, types]));
  return new Map(sections.map(({ sectionId, schemeId }) => [sectionId, byScheme.get(schemeId ?? 0) ?? []]));
}
