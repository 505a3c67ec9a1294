import type { RollProblem } from '@/domain/contingent/roll';
import { fullDate } from '@/texts/format';

/** Why an order cannot stand for a student, in a phrase; `order` is the name of the one that it contradicts. */
export function problemInWords({ why, on }: RollProblem, order: string | null): string {
  const by = order === null ? '' : ` (${order})`;
  const since = on === null ? '' : ` с ${fullDate(on)}`;
  switch (why) {
    case 'onRoll':
      return `уже числится${since}${by}`;
    case 'neverStudied':
      return 'ещё не зачислялся ни одним приказом';
    case 'notYet':
      return `зачислен только${since}${by}`;
    case 'left':
      return `выбыл${since}${by}`;
    case 'laterOrder':
      return `есть более поздний приказ${since}${by}`;
    case 'sameDay':
      return `в тот же день уже действует другой приказ${by}`;
    case 'datedBefore':
      return `приказ датирован раньше того, на котором он основан${by}`;
    case 'sameGroup':
      return 'уже в этой группе';
    case 'onLeave':
      return `в академическом отпуске${since}${by}`;
    case 'alreadySo':
      return `эта форма обучения уже действует${since}${by}`;
    case 'notSo':
      return 'нечего прекращать: отпуска или особой формы обучения в этот день нет';
    case 'endsBefore':
      return 'последний день раньше первого';
    case 'notOfOrder':
      return 'приказ этого студента не касается';
  }
}
