import type { CourseKind } from './plan';

/** Циклы of a plan in their order (ФГОС СПО; the general part has gone by several names). */
export const cycles = [
  'general',
  'humanities',
  'social',
  'science',
  'profession',
  'modules',
  'final',
  'optional',
] as const;
export type Cycle = (typeof cycles)[number];

/** What an index says of its line; `module` is «01» of ПМ.01 and of what belongs to it. */
export type IndexMeaning = { readonly cycle: Cycle; readonly kind: CourseKind; readonly module: string | null };

const families: readonly (readonly [RegExp, Cycle, CourseKind])[] = [
  [/^ПМ$/, 'modules', 'professionalModule'],
  [/^МДК$/, 'modules', 'interdisciplinaryCourse'],
  [/^УП$/, 'modules', 'educationalPractice'],
  [/^(ПП|ПДП)$/, 'modules', 'internship'],
  [/^(ГИА|ДЭ|ВКР|ДП)$/, 'final', 'finalAssessment'],
  [/^(ФТД|ФК|ВД)$/, 'optional', 'extracurricular'],
  [/^(ООД|ОУД|ОУП|ОД|ОДБ|ОДП|БД|ПД|БУП|ПУП|УПВ|ДУП|ДУД|ОБД|ЭК|ИП)$/, 'general', 'discipline'],
  [/^ОГСЭ$/, 'humanities', 'discipline'],
  [/^СГ(Ц)?$/, 'social', 'discipline'],
  [/^(ЕН|МЕН)$/, 'science', 'discipline'],
  [/^(ОП|ОПД|ОПЦ|ОПБ)$/, 'profession', 'discipline'],
];

/** «ооД. 01» → «ООД.01»: capital letters, no spaces, Cyrillic for the Latin letters that look alike. */
export function normalIndex(text: string): string {
  const latin = 'ABCEHKMOPTXY';
  const cyrillic = 'АВСЕНКМОРТХУ';
  const bare = text.toUpperCase().replaceAll(/\s+/g, '').replaceAll(',', '.').replace(/\.+$/, '');
  return bare.replaceAll(/[A-Z]/g, (letter) => cyrillic[latin.indexOf(letter)] ?? letter);
}

/** The meaning of an index such as «МДК.01.02»; null for one that belongs to no cycle. */
export function meaningOf(index: string): IndexMeaning | null {
  const [, letters = '', rest = ''] = /^([А-ЯЁ]+)\.?(.*)$/.exec(normalIndex(index)) ?? [];
  const family = families.find(([pattern]) => pattern.test(letters));
  if (!family) return null;
  const [, cycle, kind] = family;
  const number = /^(\d{1,2})(?=\.|$)/.exec(rest)?.[1];
  const inModule = cycle === 'modules' && letters !== 'ПДП' && number !== undefined;
  return { cycle, kind, module: inModule ? number.padStart(2, '0') : null };
}

/** A heading such as «ОП», «ОП.00» or «ПЦ Профессиональный цикл»: a cycle's sums, no course. */
export function isHeading(index: string): boolean {
  const bare = normalIndex(index);
  if (/\d/.test(bare)) return /[^\d]0+$/.test(bare);
  return !/^(ПДП|ГИА|ИП)$/.test(bare);
}
