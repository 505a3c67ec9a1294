import type { FileKind } from '@/domain/files/kinds';
import type { ContentRefusal } from '@/domain/files/sniff';

/** Contents as people call them. */
export const kindWords: Readonly<Record<FileKind, string>> = {
  pdf: 'PDF',
  jpeg: 'фотография JPEG',
  png: 'рисунок PNG',
  docx: 'документ Word',
  xlsx: 'таблица Excel',
  odt: 'документ ODT',
  txt: 'текст',
};

/** Why a content is refused: what was found and, where it helps, the way to a file that will do. */
export const refusalWords: Readonly<Record<ContentRefusal, string>> = {
  empty: 'Файл пустой',
  tooLarge: 'Файл больше 20 МБ',
  markup: 'Это веб-страница или рисунок с разметкой, такие файлы не принимаются; сохраните её в PDF',
  polyglot: 'Файл повреждён или содержит внутри ещё один; откройте его и сохраните заново',
  macros: 'В документе есть макросы; сохраните его без них',
  unknown: 'Содержимое файла не из тех, что принимаются',
};
