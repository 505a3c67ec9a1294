/** The semester of study, from 1, of a half of the academic year that begins in `startYear`; below 1 before the entry. */
export function semesterOf(entryYear: number, startYear: number, half: 1 | 2): number {
  return (startYear - entryYear) * 2 + half;
}

/** «3 курс» of semesters 5 and 6. */
export function yearOfSemester(semester: number): number {
  return Math.ceil(semester / 2);
}
