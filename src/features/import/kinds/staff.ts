import { defineKind } from '../kind';
import { namePeople } from './known-people';
import { staffColumns } from './staff/columns';
import { judgeStaff } from './staff/judge-staff';
import { readStaff } from './staff/read-staff';

/** Members of the staff with their positions. */
export const staff = defineKind({
  id: 'staff',
  title: 'Сотрудники',
  about:
    'Строка – должность; у совместителя строк несколько. Сотрудника находят по СНИЛС или по имени: повторная загрузка никого не удвоит, а новые телефоны и почту допишет. Учётные записи открываются отдельно, на странице доступа.',
  needs: ['people.enter'],
  columns: staffColumns,
  judge: judgeStaff,
  read: readStaff,
  name: namePeople,
});
