import { codeOf } from '../attendance/codes';
import type { AbsenceCode } from '../regulation/regulation';
import type { CellFacts, CellMark } from './cell';

/** What a screen reader needs to name an assignment. `due`: the term already in words («15 декабря»). */
export type SpokenMark = CellMark & { readonly title: string; readonly short: string; readonly due?: string | null };

export type SpokenFacts = Omit<CellFacts, 'marks'> & {
  readonly marks: readonly SpokenMark[];
  /** Entered after its term. */
  readonly late?: boolean;
};

/** A cell in Russian words: «отсутствует, долг: КР № 2», «отметки 5 за ЛР, 4 за ОЗ», «пусто» (picture 04). */
export function spokenCell(facts: SpokenFacts, codes: readonly AbsenceCode[]): string {
  const phrases: string[] = [];
  const code = codeOf(facts, codes);
  if (code) phrases.push(code.label);
  const given = facts.marks.filter((mark) => mark.value !== null);
  const [only] = given;
  if (only && given.length === 1) phrases.push(`${spokenValue(only)}, ${lowerFirst(only.title)}`);
  if (given.length > 1)
    phrases.push(`отметки ${given.map((mark) => `${plainValue(mark)} за ${mark.short}`).join(', ')}`);
  for (const debt of facts.marks) {
    if (debt.value === null && debt.required)
      phrases.push(`долг: ${debt.title}${debt.due ? `, срок ${debt.due}` : ''}`);
  }
  if (facts.late && phrases.length > 0) phrases.push('внесено позже срока');
  return phrases.length === 0 ? 'пусто' : phrases.join(', ');
}

function spokenValue(mark: CellMark): string {
  return mark.value === 'pass' || mark.value === 'fail' ? plainValue(mark) : `отметка ${plainValue(mark)}`;
}

function plainValue({ value }: CellMark): string {
  if (value === 'pass') return 'зачёт';
  return value === 'fail' ? 'незачёт' : (value ?? '');
}

/** «Ответ на занятии» → «ответ на занятии», but «ПЗ № 17» stays. */
function lowerFirst(title: string): string {
  const [first = '', second = ''] = title;
  return second === second.toUpperCase() ? title : first.toLowerCase() + title.slice(1);
}
