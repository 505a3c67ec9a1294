const rules = new Intl.PluralRules('ru');

/** The form that agrees with the number: `plural(3, 'час', 'часа', 'часов')` → «часа». */
export function plural(count: number, one: string, few: string, many: string): string {
  if (!Number.isInteger(count)) return few;
  const rule = rules.select(Math.abs(count));
  if (rule === 'one') return one;
  return rule === 'few' ? few : many;
}

/** «21 студент», «3 долга», «1,5 часа»; the space is a non-breaking one. */
export function counted(count: number, one: string, few: string, many: string): string {
  return `${number.format(count)}\u00A0${plural(count, one, few, many)}`;
}

const number = new Intl.NumberFormat('ru-RU', { maximumFractionDigits: 2 });
