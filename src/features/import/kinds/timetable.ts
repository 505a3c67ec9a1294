import { defineKind } from '../kind';
import { timetableColumns } from './timetable/columns';
import { judgeTimetable } from './timetable/judge-timetable';
import { namePlaces, readTimetable } from './timetable/read-timetable';

/** The week: which journal at which hour in which room. */
export const timetable = defineKind({
  id: 'timetable',
  title: 'Расписание',
  about:
    'Строка – место недели: журнал, день, пара, числитель или знаменатель. Пустой период – нынешний или ближайший. Места, которых нет в файле, остаются; наложения у группы и преподавателя не принимаются. Занятия раскладываются потом, на странице расписания.',
  needs: ['timetable.enter'],
  columns: timetableColumns,
  judge: judgeTimetable,
  read: readTimetable,
  name: namePlaces,
});
