import type { Db } from '@/server/db';
import { regulationOf } from '@/server/regulation';
import { defineKind } from '../kind';
import { schemeColumns } from './schemes/columns';
import { judgeSchemes } from './schemes/judge-schemes';
import { readOwnJournals } from './schemes/schemes-world';

/** КТП of one's own journals. */
export const schemes = defineKind({
  id: 'schemes',
  title: 'КТП',
  about:
    'Строка – тема; темы одного журнала по порядку – его КТП целиком. Загружает преподаватель для своих журналов, хоть для всех сразу. КТП становится черновиком: его отправляют на проверку на своей странице. Утверждённое КТП таблицей не меняется.',
  needs: ['scheme.enter'],
  columns: schemeColumns,
  judge: judgeSchemes,
  read: async (setting) => {
    const { lessonTypes } = await regulationOf(setting.actor, setting.tx);
    const labels = new Map(lessonTypes.map(({ id, label }) => [id, label]));
    const journals = await readOwnJournals(setting);
    return journals.flatMap(({ group, index, course, division, subgroup, topics }) =>
      topics.map(({ part, title, hours, lessonType, content, homework, materials }) => ({
        ...{ group, index, course, division, subgroup, part, title, hours, content, homework, materials },
        lessonType: labels.get(lessonType) ?? lessonType,
      })),
    );
  },
  name: async (db: Db, ids) => {
    const rows = await db.plannedTopic.findMany({ where: { id: { in: [...ids] } }, select: { id: true, title: true } });
    return new Map(rows.map(({ id, title }) => [id, title]));
  },
});
