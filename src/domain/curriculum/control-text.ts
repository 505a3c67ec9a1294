import type { ControlForm } from './plan';

export type Control = { readonly controlForm: ControlForm; readonly complex: number | null };

/** The forms of control as a plan writes them (domain.md D). */
const signs: Readonly<Record<ControlForm, string>> = {
  none: '',
  exam: 'Э',
  complexExam: 'КЭ',
  gradedCredit: 'ДЗ',
  complexGradedCredit: 'КДЗ',
  credit: 'З',
  moduleExam: 'Эк',
  coursework: 'КР',
  demoExam: 'ДЭ',
};

const spoken: readonly (readonly [RegExp, ControlForm])[] = [
  [/^(э|экз|экзамен)$/, 'exam'],
  [/^(кэ|компл\.?экз|комплексныйэкзамен)$/, 'complexExam'],
  [/^(дз|дифзач|диф\.?зач[её]т|д\/з|дифференцированныйзач[её]т)$/, 'gradedCredit'],
  [/^(кдз|комплексныйдифференцированныйзач[её]т)$/, 'complexGradedCredit'],
  [/^(з|зач|зач[её]т)$/, 'credit'],
  [/^(эк|э\(к\)|экв|эм|экзаменпомодулю|экзаменквалификационный|квалификационныйэкзамен)$/, 'moduleExam'],
  [/^(кр|кп|курсовая|курсоваяработа|курсовойпроект)$/, 'coursework'],
  [/^(дэ|демонстрационныйэкзамен)$/, 'demoExam'],
];

/** «КЭ2» */
export function controlText({ controlForm, complex }: Control): string {
  return complex === null ? signs[controlForm] : `${signs[controlForm]}${complex}`;
}

/**
 * What a cell of the plan says: «Э», «КДЗ2», «-», in either layout's capitals. A joint form without a number is the semester's
 * first one. Null for what is no form of control.
 */
export function parseControl(text: string): Control | null {
  const bare = text.trim().toLowerCase().replaceAll(/\s+/g, '').replace(/\.$/, '');
  if (/^[-–—*]?$/.test(bare)) return { controlForm: 'none', complex: null };
  const [, word = '', digit = ''] = /^(.*?)(\d?)$/.exec(bare) ?? [];
  const form = spoken.find(([pattern]) => pattern.test(word))?.[1];
  if (!form) return null;
  const joint = form === 'complexExam' || form === 'complexGradedCredit';
  if (!joint) return digit === '' ? { controlForm: form, complex: null } : null;
  const number = digit === '' ? 1 : Number(digit);
  return number === 0 ? null : { controlForm: form, complex: number };
}
