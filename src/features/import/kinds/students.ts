import { defineKind } from '../kind';
import { namePeople } from './known-people';
import { studentColumns } from './students/columns';
import { judgeStudents } from './students/judge-students';
import { readStudents } from './students/read-students';

/** Students with their parents, enrolled by orders. */
export const students = defineKind({
  id: 'students',
  title: 'Студенты и родители',
  about:
    'Строка – студент и до двух родителей. Студента находят по СНИЛС, номеру зачётной книжки или по имени и дате рождения: повторная загрузка никого не удвоит, а новые телефоны и почту допишет.',
  needs: ['people.enter', 'orders.enter'],
  columns: studentColumns,
  judge: judgeStudents,
  read: readStudents,
  name: namePeople,
});
