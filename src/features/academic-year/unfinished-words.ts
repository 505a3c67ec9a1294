import { counted } from '@/texts/plural';
import type { Unfinished } from './readiness';

/** «не заполнено 3 занятия, нет 12 итоговых отметок, не опубликовано 4» */
export function unfinishedWords({ unfilled, missing, unpublished }: Unfinished): string {
  return [
    unfilled > 0 && `не заполнено ${counted(unfilled, 'занятие', 'занятия', 'занятий')}`,
    missing > 0 && `нет ${counted(missing, 'итоговой отметки', 'итоговых отметок', 'итоговых отметок')}`,
    unpublished > 0 &&
      `не опубликовано ${counted(unpublished, 'итоговая отметка', 'итоговые отметки', 'итоговых отметок')}`,
  ]
    .filter(Boolean)
    .join(', ');
}
