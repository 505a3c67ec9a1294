import { enterCourses } from '@/features/curriculum/enter-courses';
import type { Db } from '@/server/db';
import { parseLine } from '@/tabular/values/text';
import { courseKindLabels } from '@/texts/labels';
import { type Column, defineKind, fail, isSound, type Line, type Setting, type Writing } from '../kind';
import { parseCourseKind } from './curricula/columns';
import { portions } from './plan-people';
import { textKey } from './text-key';

type CourseKind = keyof typeof courseKindLabels;

const columns = {
  name: {
    title: 'Наименование',
    aliases: ['Дисциплина', 'Название'],
    needed: true,
    example: 'Основы алгоритмизации и программирования',
    width: 60,
    parse: (text) => parseLine(text, 300),
  } as Column<string>,
  kind: { title: 'Вид', needed: true, example: 'дисциплина', width: 24, parse: parseCourseKind } as Column<CourseKind>,
};

/** The dictionary of courses. */
export const courses = defineKind({
  id: 'courses',
  title: 'Дисциплины',
  about:
    'Строка – дисциплина, модуль или практика. Находят их по названию и виду. Учебные планы заводят свои дисциплины сами: отдельно словарь нужен, только если он составляется заранее.',
  needs: ['curriculum.enter'],
  columns,
  judge,
  read: async ({ tx }) => {
    const rows = await tx.course.findMany({
      orderBy: [{ kind: 'asc' }, { name: 'asc' }],
      select: { name: true, kind: true },
    });
    return rows.map(({ name, kind }) => ({ name, kind: courseKindLabels[kind] }));
  },
  name: async (db: Db, ids) => {
    const rows = await db.course.findMany({ where: { id: { in: [...ids] } }, select: { id: true, name: true } });
    return new Map(rows.map(({ id, name }) => [id, name]));
  },
});

async function judge({ tx }: Setting, lines: readonly Line<typeof columns>[]): Promise<Writing> {
  const known = await tx.course.findMany({ select: { id: true, name: true, kind: true } });
  const byKey = new Map(known.map(({ id, name, kind }) => [`${kind} ${textKey(name)}`, id]));
  const firsts = new Map<string, number>();
  for (const line of lines) {
    const key = `${line.values.kind} ${textKey(line.values.name ?? '')}`;
    const first = firsts.get(key);
    if (first !== undefined) fail(line, 'name', `Повтор строки ${first}`);
    firsts.set(key, line.place);
    line.verdict.recordId = byKey.get(key) ?? null;
    if (line.verdict.recordId === null && isSound(line)) line.verdict.fate = 'new';
  }
  return async (act, tell) => {
    const added = lines.filter(({ verdict }) => verdict.fate === 'new');
    for (const part of portions(added, 5000)) {
      const given = part.map(({ values: { name, kind } }) => ({ name: name ?? '', kind: kind ?? 'discipline' }));
      const { ids } = await act(enterCourses, { courses: given });
      for (const [place, { verdict }] of part.entries()) verdict.recordId = ids[place] ?? null;
    }
    await tell(lines.length);
  };
}
