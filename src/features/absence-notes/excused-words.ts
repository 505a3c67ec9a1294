import { counted } from '@/texts/plural';
import type { NoteLine } from './note-view';

type Excused = { lessons: number; kept: number; daysAhead: boolean };

/** What became of an accepted note, in a sentence or three. */
export function excusedWords({ student, reason }: Pick<NoteLine, 'student' | 'reason'>, excused: Excused): string {
  if (reason === null) return `${student}: принято к сведению, причину в журнал внесёт преподаватель.`;
  const { lessons, kept, daysAhead } = excused;
  const given = counted(lessons, 'паре', 'парам', 'парам');
  const sentences = [
    lessons > 0
      ? `${student}: «${reason.symbol}» поставлено по ${given}.`
      : `${student}: принято, пропусков без причины нет.`,
  ];
  if (kept > 0) sentences.push(`Другая причина уже стояла и оставлена: ${counted(kept, 'пара', 'пары', 'пар')}.`);
  if (daysAhead) sentences.push('Впереди ещё дни: когда пропуски появятся, заявка напомнит о них.');
  return sentences.join(' ');
}
