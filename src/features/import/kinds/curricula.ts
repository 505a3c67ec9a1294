import { defineKind } from '../kind';
import { curriculumColumns } from './curricula/columns';
import { judgeCurricula } from './curricula/judge-curricula';
import { nameLines, readCurricula } from './curricula/read-curricula';

/** Lines of study plans with hours and control by semester. */
export const curricula = defineKind({
  id: 'curricula',
  title: 'Учебные планы',
  about:
    'Строка – строка плана с часами и формой контроля по семестрам обучения. План находят по специальности и году набора, строку – по индексу. Новый план начинается черновиком и утверждается на своей странице; строки, которых нет в файле, остаются.',
  needs: ['curriculum.enter'],
  columns: curriculumColumns,
  judge: judgeCurricula,
  read: readCurricula,
  name: nameLines,
});
