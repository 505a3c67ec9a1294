import { monthName } from '@/texts/format';

export type MonthChip = { readonly label: string; readonly columns: readonly number[] };

/** Lessons that fit one screen beside the right page. */
const perChip = 26;

/** «Сент», «Окт», «Ноя – дек»: neighbouring months together while they fit, and the whole period last. */
export function monthChips(lessons: readonly { readonly date: string }[], whole: string): MonthChip[] {
  const byMonth = new Map<string, { name: string; columns: number[] }>();
  lessons.forEach(({ date }, column) => {
    const month = byMonth.get(date.slice(0, 7));
    if (month) month.columns.push(column);
    else byMonth.set(date.slice(0, 7), { name: monthName(date), columns: [column] });
  });
  const months: { names: string[]; columns: number[] }[] = [];
  for (const { name, columns } of byMonth.values()) {
    const last = months.at(-1);
    if (last && last.columns.length + columns.length <= perChip) {
      last.names.push(name);
      last.columns.push(...columns);
    } else months.push({ names: [name], columns: [...columns] });
  }
  const all = lessons.map((_, column) => column);
  const chips = months.map(({ names, columns }) => ({ label: chipLabel(names), columns }));
  return chips.length > 1 ? [...chips, { label: whole, columns: all }] : [{ label: whole, columns: all }];
}

function chipLabel(names: readonly string[]): string {
  const short = names.map((name) => (name.length > 4 ? name.slice(0, name.startsWith('сент') ? 4 : 3) : name));
  const text = short.length > 2 ? `${short[0]} – ${short.at(-1)}` : short.join(' – ');
  return text.charAt(0).toUpperCase() + text.slice(1);
}
