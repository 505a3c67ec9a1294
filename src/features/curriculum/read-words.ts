import type { ReadProblem } from '@/domain/curriculum/read-plan';
import { cellName } from '@/tabular/table';

const words: Readonly<Record<ReadProblem['rule'], string>> = {
  badHours: 'это не число часов от 0 до 1500',
  badControl: 'это не форма контроля (Э, КЭ1, ДЗ, КДЗ1, З, Эк, ДЭ, КР; курсовая рядом: «Э, КР»)',
  badSemesters: 'это не номера семестров',
  noName: 'нет названия',
};

/** «D7 «семь»: это не число часов от 0 до 1500» */
export function readProblemWords({ rule, place, column, text }: ReadProblem): string {
  const stood = text === '' ? '' : ` «${text}»`;
  return `${cellName(place, column)}${stood}: ${words[rule]}`;
}
