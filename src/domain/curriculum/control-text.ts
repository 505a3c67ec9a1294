import type { ControlForm } from './plan';

/** `withCoursework`: a курсовая beside the form of control. */
export type Control = {
  readonly controlForm: ControlForm;
  readonly complex: number | null;
  readonly withCoursework: boolean;
};

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

/** «КЭ2», «Э, КР» */
export function controlText({ controlForm, complex, withCoursework }: Control): string {
  const sign = `${signs[controlForm]}${complex ?? ''}`;
  return withCoursework ? `${sign}, ${signs.coursework}` : sign;
}

/**
 * What a cell of the plan says: «Э», «КДЗ2», «Э, КР», «-», in either layout's capitals. A joint form without a number is the
 * semester's first one. Null for what is no form of control.
 */
export function parseControl(text: string): Control | null {
  const bare = text.trim().toLowerCase().replaceAll(/\s+/g, '').replace(/\.$/, '');
  const alone = parseForm(bare);
  if (alone) return alone;
  const other = /^(.+?)[,;+]?(?:кр|кп)$/.exec(bare)?.[1] ?? /^(?:кр|кп)[,;+]?(.+)$/.exec(bare)?.[1];
  const beside = other === undefined ? null : parseForm(other);
  if (!beside || beside.controlForm === 'none' || beside.controlForm === 'coursework') return null;
  return { ...beside, withCoursework: true };
}

/** Two forms of one semester that stand in columns of their own: a курсовая goes beside the other one, else the later stands. */
export function joinControls(before: Control, next: Control): Control {
  const [one, other] = [before.controlForm, next.controlForm];
  if (one === 'coursework' && other !== 'none' && other !== 'coursework') return { ...next, withCoursework: true };
  if (other === 'coursework' && one !== 'none' && one !== 'coursework') return { ...before, withCoursework: true };
  return next;
}

function parseForm(bare: string): Control | null {
  if (/^[-–—*]?$/.test(bare)) return { controlForm: 'none', complex: null, withCoursework: false };
  const [, word = '', digit = ''] = /^(.*?)(\d?)$/.exec(bare) ?? [];
  const form = spoken.find(([pattern]) => pattern.test(word))?.[1];
  if (!form) return null;
  const joint = form === 'complexExam' || form === 'complexGradedCredit';
  if (!joint) return digit === '' ? { controlForm: form, complex: null, withCoursework: false } : null;
  const number = digit === '' ? 1 : Number(digit);
  return number === 0 ? null : { controlForm: form, complex: number, withCoursework: false };
}
