import { defineKind } from '../kind';
import { loadColumns } from './load/columns';
import { judgeLoad } from './load/judge-load';
import { nameJournals, readLoadRows } from './load/read-load-rows';

/** Тарификация: who gives which course to which group, and how many hours. */
export const load = defineKind({
  id: 'load',
  title: 'Нагрузка',
  about:
    'Строка – журнал: дисциплина плана у группы или её подгруппы и преподаватель. Журнал находят по учебному году, группе, индексу и подгруппе. Пустые часы берутся из плана, пустой год – нынешний. Смена преподавателя журнала – приказом на странице нагрузки.',
  needs: ['load.enter'],
  columns: loadColumns,
  judge: judgeLoad,
  read: readLoadRows,
  name: nameJournals,
});
