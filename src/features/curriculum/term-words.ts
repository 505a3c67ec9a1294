import { type HourKind, otherKinds, taughtKinds } from '@/domain/curriculum/plan';
import type { Term, Weeks } from './plan-fields';

const short: Readonly<Record<HourKind, string>> = {
  lectures: 'лекц.',
  practical: 'практ.',
  laboratory: 'лаб.',
  coursework: 'курс.',
  selfStudy: 'самост.',
  consultations: 'конс.',
  attestation: 'атт.',
};

/** «3: 72 gradedCredit, лекц. 36; 4: …»: the terms of a line as the history keeps them. */
export function termsText(terms: readonly Term[]): string {
  return [...terms]
    .sort((one, other) => one.semester - other.semester)
    .map((term) => {
      const { semester, hours, controlForm, complex, withCoursework } = term;
      const kinds = [...taughtKinds, ...otherKinds].flatMap((kind) =>
        term[kind] > 0 ? `${short[kind]} ${term[kind]}` : [],
      );
      const control = `${controlForm}${complex ?? ''}${withCoursework ? ' + coursework' : ''}`;
      return [`${semester}: ${hours} ${control}`, ...kinds].join(', ');
    })
    .join('; ');
}

/** «1: 17; 2: 22» */
export function weeksText(weeks: Weeks): string {
  return [...weeks]
    .sort((one, other) => one.semester - other.semester)
    .map(({ semester, weeks: count }) => `${semester}: ${count}`)
    .join('; ');
}
