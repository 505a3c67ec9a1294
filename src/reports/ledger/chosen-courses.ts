import type { LedgerData, LedgerParams } from './ledger-data';

/** Indexes of the courses asked for, undefined for the whole set. A course printed alone keeps its pages of the set. */
export function chosenCourses(
  data: LedgerData,
  { course, section }: Pick<LedgerParams, 'course' | 'section'>,
): number[] | undefined {
  if (course === undefined && section === undefined) return undefined;
  return data.courses.flatMap((each, index) =>
    (course === undefined || each.courseId === course) && (section === undefined || each.sectionId === section)
      ? [index]
      : [],
  );
}
