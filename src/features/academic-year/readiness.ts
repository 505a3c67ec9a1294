import type { LocalDate } from '@/domain/types';

/** What is missing in one journal in one period; `lessonId` is its first unfilled lesson. */
export type ReadinessLine = {
  sectionId: number;
  groupId: number;
  periodId: number;
  index: string;
  course: string;
  subgroup: string | null;
  teachers: { lastName: string; firstName: string; middleName: string | null }[];
  unfilled: number;
  lessonId: number | null;
  lessonDate: LocalDate | null;
  /** Students on the roll at the period's end without a period grade, and how many of them have marks to propose one from. */
  missing: number;
  proposals: number;
  unpublished: number;
  /** Required works without a mark: told, never in the way. */
  dots: number;
};

/** The same of a group in a period; `unprinted`: no ledger of all its courses stands in the register. */
export type Readiness = {
  groupId: number;
  periodId: number;
  unfilled: number;
  missing: number;
  proposals: number;
  unpublished: number;
  dots: number;
  unprinted: boolean;
};

/** What stands in the way of closing (S0 4.2.1.2): the rest is for information. */
export type Unfinished = { unfilled: number; missing: number; unpublished: number };

export function unfinishedOf(rows: readonly Unfinished[]): Unfinished {
  const sum = (field: keyof Unfinished): number => rows.reduce((total, row) => total + row[field], 0);
  return { unfilled: sum('unfilled'), missing: sum('missing'), unpublished: sum('unpublished') };
}

export const isFinished = ({ unfilled, missing, unpublished }: Unfinished): boolean =>
  unfilled + missing + unpublished === 0;

/** Lines of journals summed up by group and period; a group without a lesson in a period has no line there. */
export function readinessOf(
  lines: readonly ReadinessLine[],
  places: readonly { groupId: number; periodId: number; unprinted: boolean }[],
): Readiness[] {
  const none = { unfilled: 0, missing: 0, proposals: 0, unpublished: 0, dots: 0 };
  const sums = new Map(places.map((place) => [`${place.groupId} ${place.periodId}`, { ...place, ...none }]));
  for (const line of lines) {
    const sum = sums.get(`${line.groupId} ${line.periodId}`);
    if (!sum) continue;
    for (const field of ['unfilled', 'missing', 'proposals', 'unpublished', 'dots'] as const) sum[field] += line[field];
  }
  return [...sums.values()];
}
