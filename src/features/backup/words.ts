import type { Trouble } from './places';

/** Why a copy does not lie in a place, as people read it. */
export const troubleWords: Readonly<Record<Trouble, string>> = {
  unset: 'не задан',
  missing: 'не найден',
  full: 'нет места',
  slow: 'пишет слишком медленно',
  damaged: 'файл повреждён',
  failed: 'запись не удалась',
};
