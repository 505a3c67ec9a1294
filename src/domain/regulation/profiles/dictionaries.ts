import type { AbsenceCode, LessonType, TaskType } from '../regulation';

type Terms = { readonly [taskTypeId: string]: number };

/** The twelve kinds of work of the live product (domain.md B.2); `terms`: days from lesson to mark by kind (C-04). */
export function taskTypes(terms: Terms | number | null): TaskType[] {
  const term = (id: string): number | null =>
    terms === null || typeof terms === 'number' ? terms : (terms[id] ?? null);
  return kindsOfWork.map(([id, label, short]) => ({ id, label, short, markWithinDays: term(id), weight: 1 }));
}

const kindsOfWork: readonly (readonly [id: string, label: string, short: string])[] = [
  ['answer', 'Ответ на занятии', 'ОЗ'],
  ['control', 'Контрольная работа', 'КР'],
  ['independent', 'Самостоятельная работа', 'СР'],
  ['lab', 'Лабораторная работа', 'ЛР'],
  ['snapshot', 'Срезовая работа', 'СЗ'],
  ['homework', 'Домашнее задание', 'ДЗ'],
  ['essay', 'Реферат', 'РФ'],
  ['test', 'Тест', 'ТТ'],
  ['report', 'Доклад', 'ДК'],
  ['colloquium', 'Коллоквиум', 'КЛ'],
  ['sports', 'Сдача спортивных нормативов', 'СН'],
  ['practical', 'Практическая работа', 'ПР'],
];

/** The fourteen kinds of lesson of the live product (domain.md B.2). */
export const lessonTypes: readonly LessonType[] = [
  { id: 'lecture', label: 'Лекция', short: 'Лек' },
  { id: 'lesson', label: 'Урок', short: 'Ур' },
  { id: 'practicalWork', label: 'Практическая работа', short: 'ПР' },
  { id: 'practicalClass', label: 'Практическое занятие', short: 'ПЗ' },
  { id: 'seminar', label: 'Семинар', short: 'Сем' },
  { id: 'practice', label: 'Практика', short: 'Прк' },
  { id: 'labClass', label: 'Лабораторное занятие', short: 'ЛЗ' },
  { id: 'selfStudy', label: 'Самостоятельная работа', short: 'СР' },
  { id: 'consultation', label: 'Консультация', short: 'Кон' },
  { id: 'excursion', label: 'Экскурсия', short: 'Экс' },
  { id: 'control', label: 'Контрольная работа', short: 'КР' },
  { id: 'composition', label: 'Сочинение', short: 'Соч' },
  { id: 'businessGame', label: 'Деловая игра', short: 'ДИ' },
  { id: 'sports', label: 'Сдача спортивных нормативов', short: 'СН' },
];

type Signs = { symbol: string; printed?: string; aliases?: readonly string[] };
type CodeKind = keyof typeof kindsOfCode;

const kindsOfCode = {
  absent: { presence: 'absent', class: 'unclassified', countsHours: true, label: 'отсутствует, причина не указана' },
  valid: { presence: 'absent', class: 'valid', countsHours: true, label: 'отсутствует, уважительная причина' },
  invalid: { presence: 'absent', class: 'invalid', countsHours: true, label: 'отсутствует без уважительной причины' },
  sick: { presence: 'absent', class: 'sick', countsHours: true, label: 'отсутствует по болезни' },
  unknown: { presence: 'absent', class: 'unknown', countsHours: true, label: 'отсутствует, причина неизвестна' },
  late: { presence: 'late', class: 'late', countsHours: false, label: 'опоздание' },
} as const;

/** An entry of the code dictionary (C-02) of the usual class and wording; the kind is its id. */
export function code(kind: CodeKind, { symbol, printed = symbol, aliases = [] }: Signs): AbsenceCode {
  return { id: kind, symbol, printed, aliases, ...kindsOfCode[kind] };
}

/** Codes of the live СПО АСУ РСО (domain.md B.2) with «н», which the teacher sets before a reason is known. */
export const liveCodes: readonly AbsenceCode[] = [
  code('absent', { symbol: 'н' }),
  code('valid', { symbol: 'уп' }),
  code('invalid', { symbol: 'нп' }),
  code('sick', { symbol: 'б' }),
  code('late', { symbol: 'оп', aliases: ['о', '0'] }),
];
