import { type Control, parseControl } from '@/domain/curriculum/control-text';
import { type CourseKind, courseKinds } from '@/domain/curriculum/plan';
import { meaningOf, normalIndex } from '@/domain/curriculum/plan-index';
import { parseWhole } from '@/tabular/values/number';
import { type Parsed, tidy } from '@/tabular/values/parsed';
import { parseLine } from '@/tabular/values/text';
import { courseKindLabels } from '@/texts/labels';
import type { Column } from '../../kind';

const line = (most: number) => (text: string) => parseLine(text, most);

/** Semesters of study that have columns. */
export const semesters = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10] as const;
type Semester = (typeof semesters)[number];

function parseCode(text: string): Parsed<string> {
  const value = tidy(text).replaceAll(' ', '');
  return /^\d{2}\.\d{2}\.\d{2}$/.test(value) ? { value } : { wrong: `«${value}» не код специальности вида 09.02.07` };
}

export function parseCourseKind(text: string): Parsed<CourseKind> {
  const bare = tidy(text).toLowerCase();
  const kind = courseKinds.find((one) => courseKindLabels[one] === bare);
  if (kind) return { value: kind };
  return { wrong: `Вида «${bare}» нет; есть ${courseKinds.map((one) => courseKindLabels[one]).join(', ')}` };
}

function parseIndex(text: string): Parsed<string> {
  const bare = tidy(text);
  const value = meaningOf(bare) ? normalIndex(bare) : bare;
  return value.length <= 20 ? { value } : { wrong: 'Индекс длиннее 20 знаков' };
}

function parseScale(text: string): Parsed<'five' | 'passFail'> {
  const bare = tidy(text).toLowerCase();
  if (/^(5|пятибалльная|оценка|5[-–]2)$/.test(bare)) return { value: 'five' };
  if (/^(зач[её]т|зачтено|зач[её]т\s*\/\s*незач[её]т)$/.test(bare)) return { value: 'passFail' };
  return { wrong: `«${bare}» не понято: напишите «5–2» или «зачёт»` };
}

function parseForm(text: string): Parsed<Control> {
  const value = parseControl(text);
  return value ? { value } : { wrong: `«${tidy(text)}» не форма контроля: Э, КЭ1, ДЗ, КДЗ1, З, Эк, ДЭ, КР; «Э, КР»` };
}

const hoursColumn = (semester: Semester): Column<number> => ({
  title: `${semester} семестр, часы`,
  aliases: [`${semester} семестр`, `${semester} сем.`, `${semester} сем`, `Семестр ${semester}`],
  example: semester === 3 ? '72' : '',
  width: 10,
  parse: (text) => parseWhole(text, [0, 1500]),
});

const formColumn = (semester: Semester): Column<Control> => ({
  title: `${semester} семестр, контроль`,
  aliases: [`${semester} сем., контроль`, `Контроль ${semester} семестр`],
  example: semester === 3 ? 'ДЗ' : '',
  width: 10,
  parse: parseForm,
});

export const hoursKey = (semester: Semester) => `hours${semester}` as const;
export const formKey = (semester: Semester) => `form${semester}` as const;

type TermColumns = { [S in Semester as `hours${S}`]: Column<number> } & {
  [S in Semester as `form${S}`]: Column<Control>;
};

const termColumns = Object.fromEntries(
  semesters.flatMap((semester): [string, Column<number> | Column<Control>][] => [
    [hoursKey(semester), hoursColumn(semester)],
    [formKey(semester), formColumn(semester)],
  ]),
) as unknown as TermColumns;

export const curriculumColumns = {
  program: {
    title: 'Код специальности',
    aliases: ['Специальность', 'Код программы'],
    needed: true,
    example: '09.02.07',
    width: 12,
    parse: parseCode,
  } as Column<string>,
  entryYear: {
    title: 'Год набора',
    aliases: ['Набор'],
    needed: true,
    example: '2026',
    width: 9,
    parse: (text) => parseWhole(text, [1990, 2100]),
  } as Column<number>,
  index: { title: 'Индекс', needed: true, example: 'ОП.04', width: 12, parse: parseIndex } as Column<string>,
  name: {
    title: 'Наименование',
    aliases: ['Дисциплина', 'Название', 'Наименование дисциплины', 'Наименование учебных циклов, дисциплин'],
    needed: true,
    example: 'Основы алгоритмизации и программирования',
    width: 44,
    parse: line(300),
  } as Column<string>,
  kind: { title: 'Вид', example: 'дисциплина', width: 20, parse: parseCourseKind } as Column<CourseKind>,
  scale: { title: 'Шкала', example: '5–2', width: 9, parse: parseScale } as Column<'five' | 'passFail'>,
  ...termColumns,
};

export type CurriculumColumns = typeof curriculumColumns;
