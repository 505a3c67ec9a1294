import { z } from 'zod';
import { idField } from '@/features/institution/inputs';
import { defineCommand } from '@/server/command';
import { regulationOf } from '@/server/regulation';
import { openCalendar } from './next-year/open-calendar';
import { openGroups } from './next-year/open-groups';
import { openLessons } from './next-year/open-lessons';
import { openLoad } from './next-year/open-load';
import { openTimetable } from './next-year/open-timetable';
import { readStudied } from './next-year/read-former';
import { within } from './next-year/within';
import { holdYear, tellYearWork } from './year-hold';

export type OpenedYear = {
  yearId: number;
  name: string;
  groups: number;
  sections: number;
  /** Journals that wait for the load to be given. */
  withoutTeacher: number;
  entries: number;
  /** Places of the week that were taken by another lesson of the teacher or of the group. */
  dropped: number;
  lessons: number;
};

const steps = 5;

/**
 * Opens the year after a closed one, in one transaction (R-021, R-022, T-105): its periods and calendar, the groups that go on with
 * their names and curators, journals by the plans' next terms with their load, timetable and lessons. Groups of the first year
 * come with the enrolment. @throws Refusal NOT_FOUND, BUSY, YEAR_STATE
 */
export const openNextYear = defineCommand({
  name: 'academic-year.open-next',
  permission: 'year.manage',
  input: z.strictObject({ yearId: idField }),
  period: 'none',
  long: true,
  prepare: async ({ meta }) => meta,
  run: async ({ tx, actor, prepared: meta, input: { yearId } }) => {
    await holdYear(tx, yearId);
    const tell = (step: number) => tellYearWork(tx, yearId, { kind: 'open', step, of: steps });
    const act = within(tx, actor, meta);
    await tell(1);
    const year = await openCalendar(tx, act, yearId);
    await tell(2);
    const studied = await readStudied(tx, yearId, Number(year.startsOn.slice(0, 4)) - 1, year.startsOn);
    await openGroups(tx, act, year, studied.going);
    await tell(3);
    const sections = await openLoad(tx, act, { year, yearId, studied });
    await tell(4);
    const week = await openTimetable(tx, act, { year, sections });
    await tell(5);
    const regulation = await regulationOf(actor, tx);
    const lessons = await openLessons(tx, act, { year, sections, week, regulation });
    const result: OpenedYear = {
      ...{ yearId: year.id, name: year.name, groups: studied.going.length, sections: sections.length },
      withoutTeacher: sections.filter(({ teacherId }) => teacherId === null).length,
      ...{ entries: week.entries.length, dropped: week.dropped, lessons },
    };
    const step = {
      entity: 'academicYear',
      field: 'openedAfter',
      recordId: year.id,
      before: null,
      after: String(yearId),
    };
    return { result, audit: { object: 'academicYear', objectId: year.id, steps: [step] } };
  },
});
