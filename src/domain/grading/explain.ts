import type { PeriodMarkSettings } from '../regulation/regulation';
import type { Average, NumericMark } from './average';
import { commaFromFraction, commaFromHundredths } from './decimal';
import type { Proposal } from './proposal';

const values: readonly NumericMark[] = [5, 4, 3, 2];

/** Russian words behind an average, as in the picture «Нажатие на 4,63»; built only when somebody looks. */
export type AverageExplanation = {
  /** «4,63» */
  readonly rounded: string;
  /** «4,625» or «4,333…» */
  readonly raw: string;
  /** «16: «5» — 11, «4» — 4, «3» — 1» */
  readonly marks: string;
  /** «(5 × 11 + 4 × 4 + 3 × 1) : 16 = 74 : 16 = 4,625 → 4,63» */
  readonly formula: string;
  readonly rule: string;
};

export function explainAverage(average: Average, settings: PeriodMarkSettings): AverageExplanation {
  const given = values.filter((value) => average.byValue[value] > 0);
  const rounded = commaFromHundredths(average.hundredths);
  const raw = commaFromFraction(average.sum, average.weight);
  const terms = average.weighted
    ? `сумма отметок с весами ${average.sum}, сумма весов ${average.weight}`
    : `(${given.map((value) => `${value} × ${average.byValue[value]}`).join(' + ')}) : ${average.count}`;
  const arrow = raw === rounded ? '' : ` → ${rounded}`;
  return {
    rounded,
    raw,
    marks: `${average.count}: ${given.map((value) => `«${value}» — ${average.byValue[value]}`).join(', ')}`,
    formula: `${terms}${average.weighted ? ': ' : ' = '}${average.sum} : ${average.weight} = ${raw}${arrow}`,
    rule: `${roundingRule[settings.roundingStep]}; ${average.weighted ? 'отметки учтены с весом вида работы' : 'все отметки с весом 1'}; долги и зачёты в средний не входят`,
  };
}

const roundingRule = {
  none: 'показан до сотых, сравнивается точное значение',
  '0.01': 'до сотых, 5 тысячных — вверх',
  '0.1': 'до десятых, 5 сотых — вверх',
} as const;

/** «от 3,65 до 4,64; «5» — от 4,65»: why this mark is proposed. */
export function explainProposal({ from, to, next }: Proposal): string {
  const lower = from === null ? '' : `от ${commaFromHundredths(from)}`;
  const upper = to === null ? '' : `до ${commaFromHundredths(to)}`;
  const band = to === null ? `${lower} и выше` : [lower, upper].filter(Boolean).join(' ');
  return next === null ? band : `${band}; «${next.value}» — от ${commaFromHundredths(next.from)}`;
}
