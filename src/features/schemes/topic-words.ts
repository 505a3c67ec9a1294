import type { SchemeStanding } from '@/domain/schemes/standing';
import { fullDate } from '@/texts/format';
import { counted } from '@/texts/plural';
import type { SignKind } from '@/ui/sign';

export const columnTitles = {
  title: 'Тема',
  hours: 'Часы',
  content: 'Содержание',
  homework: 'Домашнее задание',
  lessonType: 'Вид занятия',
  materials: 'Материалы',
} as const;

/** Where a КТП is, in a word and a sign. */
export const standingWords: Readonly<Record<SchemeStanding, { words: string; sign: SignKind }>> = {
  missing: { words: 'нет', sign: 'ahead' },
  draft: { words: 'черновик', sign: 'ahead' },
  sent: { words: 'на проверке', sign: 'now' },
  returned: { words: 'возвращено', sign: 'attention' },
  approved: { words: 'утверждено', sign: 'done' },
};

/** «до 08.09.2026», «срок 08.09.2026, позже на 3 дня»; empty without a term. */
export function dueWords(dueOn: string | null, overdueDays: number): string {
  if (dueOn === null) return '';
  if (overdueDays === 0) return `до ${fullDate(dueOn)}`;
  return `срок ${fullDate(dueOn)}, просрочено на ${counted(overdueDays, 'день', 'дня', 'дней')}`;
}
