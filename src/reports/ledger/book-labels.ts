import type { LedgerLabels } from '@/pdf/ledger/labels';
import type { LedgerData } from './ledger-data';

const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);

/** The form's words with the institution's own for group, teacher and course (C-19). */
export function bookLabels({ words, print }: LedgerData, labels: LedgerLabels): LedgerLabels {
  return {
    ...labels,
    group: capital(words.group),
    teacher: capital(words.teacher),
    contentsTeacher: capital(words.teacher),
    course: `Наименование ${words.course}`,
    contentsCourse: `Наименование ${words.course}`,
    foot: labels.foot.replace('Ведомость', print.reportTitles.periodLedger),
  };
}
