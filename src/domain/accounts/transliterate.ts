const latinOf: Readonly<Record<string, string>> = Object.fromEntries(
  'а-a б-b в-v г-g д-d е-e ж-zh з-z и-i й-y к-k л-l м-m н-n о-o п-p р-r с-s т-t у-u ф-f х-kh ц-ts ч-ch ш-sh щ-shch ъ- ы-y ь- э-e ю-yu я-ya'
    .split(' ')
    .map((pair) => pair.split('-')),
);

/** Russian letters in Latin ones, the rest as it is; in lower case. */
export function transliterate(word: string): string {
  return [...word].map((char) => latinOf[char] ?? char).join('');
}
