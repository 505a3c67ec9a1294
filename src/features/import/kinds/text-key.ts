import { tidy } from '@/tabular/values/parsed';

/** The same for texts that people take for one: case, «ё», kinds of dashes and spaces around them play no part. */
export function textKey(text: string): string {
  return tidy(text)
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replaceAll(/\s*[-‐‑–—]\s*/g, '-');
}

/** The names that begin most like it, at most three. */
function similar(wanted: string, known: Iterable<string>): string[] {
  const key = textKey(wanted);
  const shared = (name: string) => {
    const other = textKey(name);
    const differs = [...key].findIndex((sign, place) => sign !== other[place]);
    return differs < 0 ? key.length : differs;
  };
  return [...known]
    .map((name) => ({ name, shared: shared(name) }))
    .filter((one) => one.shared >= 2)
    .sort((one, other) => other.shared - one.shared)
    .slice(0, 3)
    .map(({ name }) => name);
}

/** «Группы «ИС-11» нет; есть ИСП-11, ИСП-12». */
export function missing(what: string, wanted: string, known: Iterable<string>): string {
  const alike = similar(wanted, known);
  return `${what} «${wanted}» нет${alike.length > 0 ? `; есть ${alike.join(', ')}` : ''}`;
}
