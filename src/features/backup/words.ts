import type { Trouble } from './places';

/** Why a copy does not lie in a place, as people read it. */
export const troubleWords: Readonly<Record<Trouble, string>> = {
  unset: 'носитель не задан',
  missing: 'носитель не найден',
  full: 'на носителе нет места',
  slow: 'носитель пишет слишком медленно',
  damaged: 'файл повреждён',
  failed: 'запись не удалась',
};
