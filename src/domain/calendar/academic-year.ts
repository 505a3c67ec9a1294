import type { LocalDate } from '../types';

/** An academic year runs from 1 September to 31 August; lessons end on 30 June (domain.md D). */
export type AcademicYearSpan = {
  readonly startYear: number;
  /** «2026/27» */
  readonly label: string;
  readonly start: LocalDate;
  readonly end: LocalDate;
  readonly lessonsEnd: LocalDate;
};

export function academicYear(startYear: number): AcademicYearSpan {
  return {
    startYear,
    label: `${startYear}/${String((startYear + 1) % 100).padStart(2, '0')}`,
    start: `${startYear}-09-01`,
    end: `${startYear + 1}-08-31`,
    lessonsEnd: `${startYear + 1}-06-30`,
  };
}

export function academicYearOf(date: LocalDate): AcademicYearSpan {
  const year = Number(date.slice(0, 4));
  return academicYear(date.slice(5) >= '09-01' ? year : year - 1);
}

/** Usual semesters of a college (domain.md D): I 1.09–28.12, II 12.01–30.06. */
export function usualSemesters(startYear: number): readonly { number: 1 | 2; start: LocalDate; end: LocalDate }[] {
  return [
    { number: 1, start: `${startYear}-09-01`, end: `${startYear}-12-28` },
    { number: 2, start: `${startYear + 1}-01-12`, end: `${startYear + 1}-06-30` },
  ];
}
