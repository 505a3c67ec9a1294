import type { Actor } from '@/access/actor';
import { type Average, averageOf, type WeightedMark } from '@/domain/grading/average';
import { type Proposal, proposeMark } from '@/domain/grading/proposal';
import { scaleOf } from '@/domain/grading/scale';
import type { Regulation } from '@/domain/regulation/regulation';
import type { MarkValue } from '@/domain/types';
import { weighted } from '@/features/journal/period-marks';
import { db } from '@/server/db';
import { regulationVersion } from '@/server/regulation';
import { ownerOf } from './diary-head';
import { blocksFor, diaryReader, type Shows } from './diary-reader';
import type { DiaryOwner, PeriodTab } from './diary-view';
import { type PeriodRead, type ReadPeriod, type ReadPeriodMark, type ReadSection, readPeriod } from './read-period';

/** A course in the period: the journals of every group and subgroup, the present one first. */
export type CourseRecord = {
  courseId: number;
  course: string;
  main: ReadSection;
  /** Marks and dots of all journals, oldest first. */
  marks: ReadPeriodMark[];
  /** The values that the average counts, as the journal counts them (G-07). */
  counted: WeightedMark[];
  average: Average | null;
  proposal: Proposal | null;
  grade: PeriodRead['grades'][number] | null;
};

export type OpenedPeriod = {
  owner: DiaryOwner;
  read: PeriodRead;
  /** The regulation of the period: a locked one keeps its own. */
  regulation: Regulation;
  shows: Shows;
  /** Null for a student without any period yet. */
  period: ReadPeriod | null;
  tabs: PeriodTab[];
};

type Query = { periodId?: number | undefined; courseId?: number | undefined };

/** The reader's right and the record of a period; null for a diary out of sight or a period that is not the student's. */
export async function openPeriod(actor: Actor, studentId: number, query: Query): Promise<OpenedPeriod | null> {
  const reader = await diaryReader(actor, studentId);
  if (!reader) return null;
  const { periodId = null, courseId = null } = query;
  const read = await readPeriod(db(), reader, { today: actor.today, periodId, courseId });
  const shows = blocksFor(reader, await regulationVersion(read.regulationId));
  const period = read.periods.find(({ id }) => id === read.chosen) ?? null;
  if (!shows || (periodId !== null && !period)) return null;
  const regulation = await regulationVersion(read.periodRegulationId ?? read.regulationId);
  return { owner: ownerOf(read, reader, actor.today), read, regulation, shows, period, tabs: tabsOf(read) };
}

/** «I семестр» of the latest year, «I семестр 2025/2026» of those before it. */
function tabsOf({ periods, chosen }: PeriodRead): PeriodTab[] {
  const latest = periods[0]?.year;
  return periods.map(({ id, name, year }) => ({
    id,
    name: year === latest ? name : `${name} ${year}`,
    current: id === chosen,
  }));
}

/** The courses of the period; of a former group only those in which something stands. Order: as read. */
export function coursesOf({ read, regulation, period }: OpenedPeriod): CourseRecord[] {
  const bySince = [...read.sections].sort(
    (one, other) => other.since.localeCompare(one.since) || (other.member ?? '').localeCompare(one.member ?? ''),
  );
  const group = bySince[0]?.groupId;
  const courses = [...new Set(bySince.map(({ courseId }) => courseId))];
  return courses.flatMap((courseId) => {
    const sections = bySince.filter((section) => section.courseId === courseId);
    const [main] = sections;
    if (!main || !period) return [];
    const record = courseRecord(main, sections, read, regulation, period);
    return main.groupId === group || record.marks.length > 0 || record.grade ? record : [];
  });
}

function courseRecord(
  main: ReadSection,
  sections: readonly ReadSection[],
  read: PeriodRead,
  regulation: Regulation,
  period: ReadPeriod,
): CourseRecord {
  const all = new Set(sections.map(({ id }) => id));
  const marks = read.marks.filter(({ sectionId }) => all.has(sectionId));
  const former = sections.filter((section) => isFormer(section, main)).map(({ id }) => id);
  const counting = new Set(regulation.periodMark.formerSectionMarks === 'count' ? [main.id, ...former] : [main.id]);
  const counted = weighted(
    marks.flatMap(({ sectionId, value, taskType }) =>
      value !== null && counting.has(sectionId) ? { value, taskType } : [],
    ),
    regulation,
  );
  const average = averageOf(counted, regulation.periodMark);
  const yearOfStudy = Number(period.yearStartsOn.slice(0, 4)) - main.entryYear + 1;
  const scale = scaleOf(main.passFail, yearOfStudy, regulation);
  return {
    courseId: main.courseId,
    course: main.course,
    main,
    marks,
    counted,
    average,
    proposal: proposeMark(average, regulation.periodMark, scale),
    grade:
      read.grades.find(({ sectionId }) => sectionId === main.id) ??
      read.grades.find(({ sectionId }) => all.has(sectionId)) ??
      null,
  };
}

/** Dots that can still be settled, as the week names them. */
export function debtsOf(marks: readonly ReadPeriodMark[]): ReadPeriodMark[] {
  return marks.filter(({ value, open }) => value === null && open);
}

/** Of a group, or of a subgroup, that the student has left for the present one. */
function isFormer({ groupId, member }: ReadSection, main: ReadSection): boolean {
  return groupId !== main.groupId || (member !== null && main.member !== null && member < main.member);
}

/** Values of the marks, without dots. */
export function valuesOf(marks: readonly ReadPeriodMark[]): MarkValue[] {
  return marks.flatMap(({ value }) => value ?? []);
}
