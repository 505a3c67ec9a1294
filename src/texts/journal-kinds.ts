import { type JournalKind, moduleIndexOf } from '@/domain/journal/journal-kind';

/** Kinds of journals as lists name them. */
export const journalKindLabels: Readonly<Record<JournalKind, string>> = {
  theory: 'теоретические занятия',
  practical: 'практические занятия',
  module: 'профессиональный модуль',
  internship: 'производственная практика',
  extracurricular: 'внеурочная деятельность',
  final: 'итоговая аттестация',
};

/** The same beside a title in a list of all kinds; the usual one needs no word. */
export const journalKindNotes: Readonly<Record<JournalKind, string>> = {
  ...journalKindLabels,
  theory: '',
  practical: 'практические',
  module: 'модуль',
};

/**
 * Before the course's name at the head of its pages: «Наименование дисциплины», «Профессиональный модуль ПМ.01». `course`: the
 * institution's own word in the genitive (C-19).
 */
export function journalHead(kind: JournalKind, index: string, course: string): string {
  switch (kind) {
    case 'theory':
    case 'final':
      return `Наименование ${course}`;
    case 'practical':
      return 'Практические занятия';
    case 'module':
      return ['Профессиональный модуль', moduleIndexOf(index)].filter(Boolean).join(' ');
    case 'internship':
      return ['Производственная практика', moduleIndexOf(index)].filter(Boolean).join(' ');
    case 'extracurricular':
      return 'Внеурочная деятельность';
  }
}
