import type { LocalDate } from '../types';

/** The date on which a person turns `years`; born on 29 February: 1 March of a common year. */
export function birthday(birthDate: LocalDate, years: number): LocalDate {
  const year = Number(birthDate.slice(0, 4)) + years;
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const day = birthDate.slice(5) === '02-29' && !leap ? '03-01' : birthDate.slice(5);
  return `${String(year).padStart(4, '0')}-${day}`;
}

/** From local midnight of the 18th birthday parents need the student's consent (G-11, T-030). */
export function isAdult(birthDate: LocalDate, date: LocalDate): boolean {
  return date >= birthday(birthDate, 18);
}
