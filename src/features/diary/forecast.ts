import { averageOf, type WeightedMark } from '@/domain/grading/average';
import { type Proposal, proposeMark } from '@/domain/grading/proposal';
import type { Regulation } from '@/domain/regulation/regulation';
import { average as comma } from '@/texts/format';
import { counted as countedWords } from '@/texts/plural';

/** More fives than this in a row are no forecast but a wish. */
const farthest = 12;

/**
 * What may come, in one or two sentences: the average with the oldest debt handed in for «5», and how many fives the next
 * mark takes. Empty without a proposal that could still change.
 */
export function forecastWords(
  marks: readonly WeightedMark[],
  proposal: Proposal | null,
  debt: string | null,
  { periodMark }: Pick<Regulation, 'periodMark'>,
): string {
  if (!proposal) return '';
  const withFives = (count: number) =>
    averageOf([...marks, ...Array.from({ length: count }, (): WeightedMark => ({ value: '5' }))], periodMark);
  const sentences: string[] = [];
  const handedIn = withFives(1);
  const then = proposeMark(handedIn, periodMark);
  if (debt && handedIn && then) {
    const same = then.value === proposal.value ? 'по-прежнему' : 'предложат';
    sentences.push(
      `Если сдать «${debt}» на «5», средний станет ${comma(handedIn.hundredths)}, ${same} «${then.value}».`,
    );
  }
  const { next } = proposal;
  if (next) {
    const fives = Array.from({ length: farthest }, (_, index) => index + 1).find((count) => {
      const value = proposeMark(withFives(count), periodMark)?.value;
      return value !== undefined && value >= next.value;
    });
    const way = fives === undefined ? '' : `, это ещё ${countedWords(fives, 'пятёрка', 'пятёрки', 'пятёрок')}`;
    sentences.push(`Для «${next.value}» нужно ${comma(next.from)}${way}.`);
  }
  return sentences.join(' ');
}
