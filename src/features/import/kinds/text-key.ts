import { tidy } from '@/tabular/values/parsed';

/** The same for texts that people take for one: case, «ё», kinds of dashes and spaces around them play no part. */
export function textKey(text: string): string {
  return tidy(text)
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replaceAll(/\s*[-‐‑–—]\s*/g, '-');
}

/** Names alike enough to have been meant, at most three. */
export function similar(wanted: string, known: Iterable<string>): string[] {
  const begins = textKey(wanted).slice(0, 3);
  return [...known].filter((name) => textKey(name).startsWith(begins)).slice(0, 3);
}

/** «Группы «ИС-11» нет; есть ИСП-11, ИСП-12». */
export function missing(what: string, wanted: string, known: Iterable<string>): string {
  const alike = similar(wanted, known);
  return `${what} «${wanted}» нет${alike.length > 0 ? `; есть ${alike.join(', ')}` : ''}`;
}
