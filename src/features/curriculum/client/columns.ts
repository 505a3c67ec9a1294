import { type HourKind, hourKinds } from '@/domain/curriculum/plan';

export type CellName = 'index' | 'name' | 'scale' | 'hours' | 'control' | HourKind;

/** `id` names the cell in a line; `label` is what a screen reader hears. `group`: the semester over several columns. */
export type Column = {
  readonly id: string;
  readonly what: CellName;
  readonly semester: number | null;
  readonly head: string;
  readonly label: string;
};

const kindHeads: Readonly<Record<HourKind, readonly [string, string]>> = {
  lectures: ['лекции', 'лекции'],
  practical: ['практ.', 'практические занятия'],
  laboratory: ['лаб.', 'лабораторные работы'],
  coursework: ['курс.', 'курсовое проектирование'],
  selfStudy: ['самост.', 'самостоятельная работа'],
  consultations: ['конс.', 'консультации'],
  attestation: ['атт.', 'промежуточная аттестация'],
};

const lineColumns: readonly Column[] = [
  { id: 'index', what: 'index', semester: null, head: 'Индекс', label: 'индекс' },
  { id: 'name', what: 'name', semester: null, head: 'Дисциплина, модуль, практика', label: 'название' },
];

const scale: Column = { id: 'scale', what: 'scale', semester: null, head: 'Шкала', label: 'шкала: пусто или зач' };

function termColumn(what: CellName, semester: number, head: string, label: string): Column {
  return { id: `${what}${semester}`, what, semester, head, label: `${semester} семестр, ${label}` };
}

/** `semester` null: hours and control of all semesters; else one semester with its kinds of hours. */
export function columnsFor(semester: number | null, semesters: number): readonly Column[] {
  if (semester !== null) {
    const kinds = hourKinds.map((kind) => termColumn(kind, semester, ...kindHeads[kind]));
    const hours = termColumn('hours', semester, 'с преп.', 'часы с преподавателем');
    return [...lineColumns, hours, ...kinds, termColumn('control', semester, 'контр.', 'форма контроля')];
  }
  const terms = Array.from({ length: semesters }, (_, place) => [
    termColumn('hours', place + 1, 'ч', 'часы'),
    termColumn('control', place + 1, 'к', 'форма контроля'),
  ]).flat();
  return [...lineColumns, scale, ...terms];
}
