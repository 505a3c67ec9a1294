/** Courses whose days are given whole: учебная and производственная practice (domain.md: «за день»). */
export function isPractice(courseKind: string): boolean {
  return courseKind === 'educationalPractice' || courseKind === 'internship';
}
